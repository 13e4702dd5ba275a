// SPDX-License-Identifier: Apache-2.0
/// Local rules on images: a convolution learns from its patches, each of which is a sample, and
/// units compete at each position. Images lie channels last: image, row, column, channel.
///
/// Reading order: [engram.plasticity.convolution.Stage], what one layer is made of, with
/// [engram.plasticity.convolution.Triangle] and [engram.plasticity.convolution.Pooling];
/// [engram.plasticity.convolution.ChannelNorm]; [engram.plasticity.convolution.PlasticConvolution],
/// one layer; [engram.plasticity.convolution.PlasticStack], layers above each other and the preset
/// of deep SoftHebb. The rule itself is `engram.plasticity.batch`'s.
///
/// References: [1] A. Journe, H. Garcia Rodriguez, Q. Guo, T. Moraitis: Hebbian deep learning
/// without feedback. ICLR (2023), arXiv 2209.11883, and its code. [2] A. Coates, A. Ng, H. Lee: An
/// analysis of single-layer networks in unsupervised feature learning. AISTATS (2011). [3] S.
/// Ioffe, C. Szegedy: Batch normalization. ICML (2015), arXiv 1502.03167.
@NullMarked
package engram.plasticity.convolution;

import org.jspecify.annotations.NullMarked;
