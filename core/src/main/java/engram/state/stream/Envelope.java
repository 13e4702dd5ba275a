// SPDX-License-Identifier: Apache-2.0
package engram.state.stream;

/// A series in bins: in each, the place of its first value, the least, the mean and the most of its
/// values.
///
/// @param unit of the values
/// @param valuesPerBin how many values a bin stands for; the last may stand for fewer
/// @param count how many values the series had
/// @param at the place of each bin's first value
/// @param least each bin's least value
/// @param mean each bin's mean
/// @param most each bin's greatest value
@SuppressWarnings("ArrayRecordComponent") // made for one reader, never compared
public record Envelope(
    String unit,
    long valuesPerBin,
    long count,
    double[] at,
    double[] least,
    double[] mean,
    double[] most) {
  /// How many bins it has.
  public int bins() {
    return at.length;
  }
}
