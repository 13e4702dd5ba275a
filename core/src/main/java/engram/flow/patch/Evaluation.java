// SPDX-License-Identifier: Apache-2.0
package engram.flow.patch;

/// How a network does on a set of examples.
///
/// @param accuracy share of examples with `y f > 0`; an output of exactly 0 counts one half
/// @param meanMargin mean of `y f`; 1 is a perfect fit
/// @param meanLoss mean of `(f - y)^2 / 2`
public record Evaluation(double accuracy, double meanMargin, double meanLoss) {}
