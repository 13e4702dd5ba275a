// SPDX-License-Identifier: Apache-2.0
/// Runs replicates: what is missing of a run, on several workers, kept as it comes.
///
/// Reading order: [engram.lab.run.Job] (what is run), [engram.lab.run.Runner] (runs what is
/// missing), [engram.lab.run.Setting], [engram.lab.run.RunEvent] and [engram.lab.run.RunSummary]
/// (what is heard of it), [engram.lab.run.InMemory] (replicates without a disk, for tests of
/// experiments).
///
/// No references.
@NullMarked
package engram.lab.run;

import org.jspecify.annotations.NullMarked;
