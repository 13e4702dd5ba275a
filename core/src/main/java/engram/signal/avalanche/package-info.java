// SPDX-License-Identifier: Apache-2.0
/// Avalanches of activity: bursts of a population between silent bins, their sizes and durations,
/// and what speaks for or against a critical state.
///
/// Reading order: [engram.signal.avalanche.Avalanches] (bursts while counts come),
/// [engram.signal.avalanche.BranchingRatio], [engram.signal.avalanche.PowerLaw] with
/// [engram.signal.avalanche.HurwitzZeta].
///
/// A power law alone shows no criticality: thresholds and bins make some of their own. Look at the
/// branching ratio, at other bin widths and at shuffled trains beside it.
///
/// References: [1] J. M. Beggs, D. Plenz: Neuronal avalanches in neocortical circuits. Journal of
/// Neuroscience 23 (2003) 11167-11177, doi:10.1523/JNEUROSCI.23-35-11167.2003. [2] A. Clauset, C.
/// R. Shalizi, M. E. J. Newman: Power-law distributions in empirical data. SIAM Review 51 (2009)
/// 661-703, doi:10.1137/070710111. [3] F. W. J. Olver et al. (editors): NIST Digital Library of
/// Mathematical Functions, 25.11. https://dlmf.nist.gov/25.11 [4] J. Wilting, V. Priesemann:
/// Inferring collective dynamical states from widely unobserved systems. Nature Communications 9
/// (2018) 2325, doi:10.1038/s41467-018-04725-4.
@NullMarked
package engram.signal.avalanche;

import org.jspecify.annotations.NullMarked;
