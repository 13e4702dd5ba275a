// SPDX-License-Identifier: Apache-2.0
/// What homeostasis does to avalanches, and a net that learns from a critical one.
///
/// Reading order: [engram.paper.pspm.avalanche.AvalancheSizes] with
/// [engram.paper.pspm.avalanche.AvalancheReading], [engram.paper.pspm.avalanche.CriticalReference]
/// with [engram.paper.pspm.avalanche.CriticalSetting] and [engram.paper.pspm.avalanche.Pupil]; the
/// claims stand in [engram.paper.pspm.avalanche.AvalancheClaims].
///
/// References: see [engram.paper.pspm].
@NullMarked
package engram.paper.pspm.avalanche;

import org.jspecify.annotations.NullMarked;
