// SPDX-License-Identifier: Apache-2.0
/// Images and their labels, as bytes of brightness, and the formats in which they come.
///
/// Reading order: [engram.data.image.Images], [engram.data.image.LabelledImages],
/// [engram.data.image.IdxFile], in which most sets were published; [engram.data.image.ImageFolder]
/// with [engram.data.image.PngFile], a folder of pictures.
///
/// References: Y. LeCun, L. Bottou, Y. Bengio, P. Haffner: Gradient-based learning applied to
/// document recognition. Proceedings of the IEEE 86 (1998) 2278-2324, doi:10.1109/5.726791. W3C:
/// Portable Network Graphics (PNG) specification, second edition (2003).
@NullMarked
package engram.data.image;

import org.jspecify.annotations.NullMarked;
