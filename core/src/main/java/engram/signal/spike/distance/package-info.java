// SPDX-License-Identifier: Apache-2.0
/// How far two spike trains are apart.
///
/// | measure | 0 | most | scale of time | what it sees |
/// | --- | --- | --- | --- | --- |
/// | [engram.signal.spike.distance.VanRossum] | equal trains | grows with the spikes | tau | filtered trains |
/// | [engram.signal.spike.distance.VictorPurpura] | equal trains | grows with the spikes | 2 / q | cheapest edit |
/// | [engram.signal.spike.distance.IsiDistance] | equal local rates | 1 | none | local rates |
/// | [engram.signal.spike.distance.SpikeDistance] | equal trains | 1 | none | local timing |
/// | [engram.signal.spike.distance.Coincidence] | no match | 1 (all match) | tolerance | matched spikes |
/// | [engram.signal.KolmogorovSmirnov] of intervals | equal intervals | 1 | none | intervals in any order |
///
/// Reading order: [engram.signal.spike.distance.TrainDistance]; then the table's.
/// [engram.signal.spike.distance.RasterVanRossum] is the form on a time grid.
///
/// References: [1] M. C. W. van Rossum: A novel spike distance. Neural Computation 13 (2001)
/// 751-763, doi:10.1162/089976601300014321. [2] C. Houghton, T. Kreuz: On the efficient calculation
/// of van Rossum distances. Network 23 (2012) 48-58, doi:10.3109/0954898X.2012.673048. [3] J. D.
/// Victor, K. P. Purpura: Metric-space analysis of spike trains: theory, algorithms and
/// application. Network 8 (1997) 127-164, doi:10.1088/0954-898X_8_2_003. [4] T. Kreuz, J. S. Haas,
/// A. Morelli, H. D. I. Abarbanel, A. Politi: Measuring spike train synchrony. Journal of
/// Neuroscience Methods 165 (2007) 151-161, doi:10.1016/j.jneumeth.2007.05.031. [5] T. Kreuz, D.
/// Chicharro, C. Houghton, R. G. Andrzejak, F. Mormann: Monitoring spike train synchrony. Journal
/// of Neurophysiology 109 (2013) 1457-1472, doi:10.1152/jn.00873.2012. [6] M. Mulansky, N. Bozanic,
/// A. Sburlea, T. Kreuz: A guide to time-resolved and parameter-free measures of spike train
/// synchrony. EBCCSP (2015), doi:10.1109/EBCCSP.2015.7300693.
@NullMarked
package engram.signal.spike.distance;

import org.jspecify.annotations.NullMarked;
