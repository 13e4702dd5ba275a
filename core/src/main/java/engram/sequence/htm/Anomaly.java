// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm;

/// How anomalous a record of a stream is.
///
/// @param surprise the share of active columns that were not predicted, in [0, 1]
/// @param likelihood how unusual the surprise of the last records is, in [0, 1]
/// @param score the likelihood on a scale of logarithms, 1 where the value leaves the range seen so
///   far by more than 5 % of it; in [0, 1]
public record Anomaly(double surprise, double likelihood, double score) {}
