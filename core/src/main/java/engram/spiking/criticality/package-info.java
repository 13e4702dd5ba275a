// SPDX-License-Identifier: Apache-2.0
/// Nets whose avalanches are known: probabilistic integrate-and-fire neurons, which are critical
/// where the largest eigenvalue of their weights is 1. A reference for what other nets learn.
///
/// Reading order: [engram.spiking.criticality.PifNetwork],
/// [engram.spiking.criticality.CriticalWeights]. Avalanches and their power law are measured by
/// `engram.signal.avalanche`.
///
/// References: [1] D. B. Larremore, W. L. Shew, J. G. Restrepo: Predicting criticality and dynamic
/// range in complex networks: effects of topology. Physical Review Letters 106, 058101 (2011),
/// doi:10.1103/PhysRevLett.106.058101. [2] B. A. Bagley, B. Bordelon, B. Moseley, R. Wessel, arXiv
/// 1810.03199.
@NullMarked
package engram.spiking.criticality;

import org.jspecify.annotations.NullMarked;
