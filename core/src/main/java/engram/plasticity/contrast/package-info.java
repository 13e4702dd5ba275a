// SPDX-License-Identifier: Apache-2.0
/// Layers that learn by telling apart what belongs together and what does not, each with a loss of
/// its own: no error passes from one to the next.
///
/// Reading order: [engram.plasticity.contrast.ClappLayer], the loss and its local update;
/// [engram.plasticity.contrast.ClappStack], layers above each other.
///
/// References: [1] B. Illing, J. Ventura, G. Bellec, W. Gerstner: Local plasticity rules can learn
/// deep representations using self-supervised contrastive predictions. NeurIPS (2021), arXiv
/// 2010.08262. [2] S. Loewe, P. O'Connor, B. S. Veeling: Putting an end to end-to-end:
/// gradient-isolated learning of representations. NeurIPS (2019), arXiv 1905.11786.
@NullMarked
package engram.plasticity.contrast;

import org.jspecify.annotations.NullMarked;
