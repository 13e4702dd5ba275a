// SPDX-License-Identifier: Apache-2.0
/// What the verbs do: find a study, make it ready, run it, judge it, show it.
///
/// Reading order: [engram.cli.run.Catalogue], [engram.cli.run.Selection], [engram.cli.run.Checkup],
/// [engram.cli.run.Session], [engram.cli.run.Judgement], [engram.cli.run.ClaimTable],
/// [engram.cli.run.CodeMap].
///
/// No references.
@NullMarked
package engram.cli.run;

import org.jspecify.annotations.NullMarked;
