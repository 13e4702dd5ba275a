// SPDX-License-Identifier: Apache-2.0
/// Figures as values: marks with their data, drawn later by whoever shows them.
///
/// Reading order: [engram.lab.figure.Figure], [engram.lab.figure.Axis], [engram.lab.figure.Mark],
/// [engram.lab.figure.Summary], which makes marks of the means over replicates,
/// [engram.lab.figure.PhaseDiagram]; figures of spiking networks: [engram.lab.figure.SpikeFigures]
/// and [engram.lab.figure.VoltageTraces].
///
/// No references.
@NullMarked
package engram.lab.figure;

import org.jspecify.annotations.NullMarked;
