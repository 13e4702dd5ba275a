// SPDX-License-Identifier: Apache-2.0
/// Verdicts from stored measurements: a pure function of claims and results.
///
/// Reading order: [engram.lab.judge.Verdict], [engram.lab.judge.Finding]; their intervals are
/// [engram.stats.Interval].
///
/// No references.
@NullMarked
package engram.lab.judge;

import org.jspecify.annotations.NullMarked;
