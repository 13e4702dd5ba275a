// SPDX-License-Identifier: Apache-2.0
/// What an experiment writes and everybody else reads.
///
/// Reading order: [engram.lab.measure.Measure], [engram.lab.measure.At],
/// [engram.lab.measure.Notebook], [engram.lab.measure.Entry], [engram.lab.measure.Replicate],
/// [engram.lab.measure.Results].
///
/// No references.
@NullMarked
package engram.lab.measure;

import org.jspecify.annotations.NullMarked;
