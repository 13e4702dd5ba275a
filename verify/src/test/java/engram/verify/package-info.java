// SPDX-License-Identifier: Apache-2.0
/// Tests that see everything: the rules of the house, contracts over all studies, kills, the
/// command line as a person uses it.
///
/// Reading order: [engram.verify.HouseRulesTest], [engram.verify.SourceRulesTest].
///
/// No references.
@NullMarked
package engram.verify;

import org.jspecify.annotations.NullMarked;
