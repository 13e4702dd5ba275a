// SPDX-License-Identifier: Apache-2.0
/// Structured knowledge accumulation (SKA): what a sigmoid network does that is iterated forwards
/// on one batch of digits, and what the papers say it does.
///
/// **Read**: both papers and the authors' scripts. Where they disagree the scripts made the
/// figures, so the rule of the scripts is the default here; the others are one parameter away.
///
/// **Reproduced**: when knowledge flows, where entropy is least, when the Tensor Net changes sign,
/// whether trajectories depend on `eta K` alone, and what nearest class means can read from each
/// layer before and after. **Not reproduced**: Fashion-MNIST, the single-layer entropy signatures,
/// anything that later repositories add about finance or physics. That entropy is an integral over
/// a path and that the Lagrangian selects no path are identities: tests of
/// [engram.credit.entropic.BinaryEntropy], not claims.
///
/// Reading order: [engram.paper.ska.Ska], [engram.paper.ska.Setting], [engram.paper.ska.Source],
/// [engram.paper.ska.Collapse], [engram.paper.ska.FlowTimes], [engram.paper.ska.TimeInvariance].
///
/// References: [1] B. Mahi: Structured knowledge accumulation: an autonomous framework for
/// layer-wise entropy reduction in neural learning. arXiv 2503.13942 (2025). [2] B. Mahi:
/// Structured knowledge accumulation: the principle of entropic least action in forward-only neural
/// learning. arXiv 2504.03214 (2025). [3] Scripts of both: github.com/quantiota/Arxiv (MIT).
@NullMarked
package engram.paper.ska;

import org.jspecify.annotations.NullMarked;
