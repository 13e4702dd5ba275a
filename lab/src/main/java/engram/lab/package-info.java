// SPDX-License-Identifier: Apache-2.0
/// The contract: what a paper brings, what the lab gives it.
///
/// A run is data. Parameters and a seed become replicates; each replicate writes measurements;
/// verdicts, figures and reports are pure functions of the stored measurements. An experiment
/// computes ONE replicate and knows no loop over seeds, no thread pool, no pass line and no file.
///
/// Reading order: [engram.lab.Study], [engram.lab.Paper], [engram.lab.Experiment],
/// [engram.lab.Trial], [engram.lab.Needs], [engram.lab.Progress]. The words that they use live in
/// `lab.measure`, `lab.claim`, `lab.figure` and `lab.parameter`.
///
/// No references.
@NullMarked
package engram.lab;

import org.jspecify.annotations.NullMarked;
