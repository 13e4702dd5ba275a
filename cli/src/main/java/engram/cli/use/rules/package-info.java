// SPDX-License-Identifier: Apache-2.0
/// `engram use rules`: local rules of plasticity side by side on a person's own images.
///
/// Reading order: [engram.cli.use.rules.RulesTool]; [engram.cli.use.rules.Pictures], what it reads;
/// [engram.cli.use.rules.RuleChoice], what learns; [engram.cli.use.rules.RuleRace], how it is
/// judged; [engram.cli.use.rules.Stopwatch].
///
/// No references.
@NullMarked
package engram.cli.use.rules;

import org.jspecify.annotations.NullMarked;
