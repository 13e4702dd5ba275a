// SPDX-License-Identifier: Apache-2.0
/// What the rule of paper 48 does to spikes and to weights: spikes become alike, weights do not.
///
/// Reading order: [engram.paper.pspm.match.SpikeTrains] (the main page),
/// [engram.paper.pspm.match.LearnedWeights] with [engram.paper.pspm.match.Perceptrons],
/// [engram.paper.pspm.match.Recurrence]; the claims stand in [engram.paper.pspm.match.MatchClaims],
/// long figures in [engram.paper.pspm.match.MatchFigures].
///
/// References: see [engram.paper.pspm].
@NullMarked
package engram.paper.pspm.match;

import org.jspecify.annotations.NullMarked;
