// SPDX-License-Identifier: Apache-2.0
/// The loops that a compiled net calls, over plain arrays of float and double: nothing here knows
/// of a node. Seen by `engram.autodiff` alone.
///
/// Reading order: [engram.autodiff.internal.Step], [engram.autodiff.internal.Loops],
/// [engram.autodiff.internal.Spread], [engram.autodiff.internal.Stage] and
/// [engram.autodiff.internal.FusedLoop] for what is done element by element;
/// [engram.autodiff.internal.Copy], [engram.autodiff.internal.RowLoops],
/// [engram.autodiff.internal.PeakLoops] and [engram.autodiff.internal.FoldingLoops];
/// [engram.autodiff.internal.Indices] and [engram.autodiff.internal.Misfit] refuse what does not
/// fit.
///
/// No references.
@NullMarked
package engram.autodiff.internal;

import org.jspecify.annotations.NullMarked;
