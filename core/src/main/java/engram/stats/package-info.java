// SPDX-License-Identifier: Apache-2.0
/// What a handful of measurements allows one to say: intervals, rank tests, correlations, moments.
///
/// Reading order: [engram.stats.Interval].
///
/// No references.
@NullMarked
package engram.stats;

import org.jspecify.annotations.NullMarked;
