// SPDX-License-Identifier: Apache-2.0
/// Spike trains and rasters and what is usually said of them: rates, intervals, counts,
/// correlations.
///
/// Reading order: [engram.signal.spike.SpikeTrain], [engram.signal.spike.SpikeRaster];
/// [engram.signal.spike.IntervalStatistics] with [engram.signal.spike.IntervalMoments] (the same as
/// intervals come) and [engram.signal.spike.IntervalHistogram]; [engram.signal.spike.SpikeCounts]
/// (Fano factor, correlations, synchrony) and [engram.signal.spike.Correlogram].
///
/// Times are in milliseconds from the beginning of the observation; a train knows for how long its
/// neuron was observed.
///
/// References: [1] G. R. Holt, W. R. Softky, C. Koch, R. J. Douglas: Comparison of discharge
/// variability in vitro and in vivo in cat visual cortex neurons. Journal of Neurophysiology 75
/// (1996) 1806-1814, doi:10.1152/jn.1996.75.5.1806. [2] S. Shinomoto, K. Shima, J. Tanji:
/// Differences in spiking patterns among cortical neurons. Neural Computation 15 (2003) 2823-2842,
/// doi:10.1162/089976603322518759. [3] D. Golomb: Neuronal synchrony measures. Scholarpedia
/// 2(1):1347 (2007), doi:10.4249/scholarpedia.1347. [4] D. H. Perkel, G. L. Gerstein, G. P. Moore:
/// Neuronal spike trains and stochastic point processes. Biophysical Journal 7 (1967) 391-440,
/// doi:10.1016/S0006-3495(67)86596-2.
@NullMarked
package engram.signal.spike;

import org.jspecify.annotations.NullMarked;
