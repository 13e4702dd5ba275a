// SPDX-License-Identifier: Apache-2.0
package engram.lab.judge;

/// An estimate with its 95 % interval; for what is deterministic the three are equal.
///
/// @param middle the estimate
/// @param low the lower end
/// @param high the upper end
public record Interval(double middle, double low, double high) {}
