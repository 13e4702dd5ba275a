// SPDX-License-Identifier: Apache-2.0
/// Spike files as simulators and laboratories exchange them: a line a spike, its time and the id of
/// its neuron.
///
/// Reading order: [engram.signal.spike.text.SpikeFormat], [engram.signal.spike.text.SpikeFile];
/// then the parsers that nobody else sees.
///
/// No references.
@NullMarked
package engram.signal.spike.text;

import org.jspecify.annotations.NullMarked;
