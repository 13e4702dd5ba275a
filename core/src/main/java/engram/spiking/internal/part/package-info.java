// SPDX-License-Identifier: Apache-2.0
/// The neurons of one population in one slice, step by step.
///
/// Reading order: [engram.spiking.internal.part.Part], a step; [engram.spiking.internal.part.Ring],
/// what will arrive; [engram.spiking.internal.part.Emission], what is sent; `Held` and
/// `Thresholds`; [engram.spiking.internal.part.Watcher], whoever looks on.
///
/// No references.
@NullMarked
package engram.spiking.internal.part;

import org.jspecify.annotations.NullMarked;
