// SPDX-License-Identifier: Apache-2.0
/// Independent components: whitening, the fixed-point iteration, and a measure of how well sources
/// are separated. The online rules are [engram.plasticity.Hebb] on whitened inputs and
/// [engram.plasticity.IndependentComponents].
///
/// Reading order: [engram.plasticity.component.Whitening], [engram.plasticity.component.FastIca],
/// [engram.plasticity.component.AmariIndex].
///
/// References: [1] A. Hyvarinen, E. Oja: Independent component analysis by general non-linear
/// Hebbian-like learning rules. Signal Processing 64 (1998) 301-313,
/// doi:10.1016/S0165-1684(97)00197-7. [2] A. Hyvarinen: Fast and robust fixed-point algorithms for
/// independent component analysis. IEEE Transactions on Neural Networks 10 (1999) 626-634,
/// doi:10.1109/72.761722. [3] S. Amari, A. Cichocki, H. H. Yang: A new learning algorithm for blind
/// signal separation. NIPS 8 (1996).
@NullMarked
package engram.plasticity.component;

import org.jspecify.annotations.NullMarked;
