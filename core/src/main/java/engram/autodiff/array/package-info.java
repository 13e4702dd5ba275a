// SPDX-License-Identifier: Apache-2.0
/// Arrays with a shape, and windows over images: what goes into a net and comes out of it, without
/// any notion of a net.
///
/// Reading order: [engram.autodiff.array.Shape], [engram.autodiff.array.Precision],
/// [engram.autodiff.array.Values], [engram.autodiff.array.Windows].
///
/// No references.
@NullMarked
package engram.autodiff.array;

import org.jspecify.annotations.NullMarked;
