// SPDX-License-Identifier: Apache-2.0
/// Runs on the disk: folders that are the truth, append-only, shared and merged by copying files.
///
/// Reading order: [engram.lab.store.RunPlan] and [engram.lab.store.Provenance] (what a run is to
/// do, and with what), [engram.lab.store.RunFolder] (the folder, read), [engram.lab.store.Owner]
/// and [engram.lab.store.TakenReplicate] (how replicates are taken and written),
/// [engram.lab.store.Runs] (all of a person's runs). Inside: `ReplicateFile` and `ReplicateLines`
/// (a replicate's file), `Checkpoint`, `RunJson`, `Locks` (who lives), `Disk` (what can fail).
///
/// No references.
@NullMarked
package engram.lab.store;

import org.jspecify.annotations.NullMarked;
