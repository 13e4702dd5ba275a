// SPDX-License-Identifier: Apache-2.0
/// What stands beside paper 48: learners of other kinds on one budget, and a recording of half of
/// the net.
///
/// Reading order: [engram.paper.pspm.rival.Learners] with [engram.paper.pspm.rival.Tuning],
/// [engram.paper.pspm.rival.HalfSeen]; the claims stand in [engram.paper.pspm.rival.RivalClaims].
///
/// References: see [engram.paper.pspm].
@NullMarked
package engram.paper.pspm.rival;

import org.jspecify.annotations.NullMarked;
