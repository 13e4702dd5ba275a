// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast;

/// How often what came lay in the interval that was forecast of it. An interval of nine tenths that
/// tells the truth holds nine tenths of what comes; one that holds more is too wide, one that holds
/// less too sure.
///
/// @param count how many intervals were held against a value
/// @param inside how many held it, their ends included
/// @param meanWidth in the stream's unit; NaN where none was held against a value
public record Coverage(long count, long inside, double meanWidth) {
  /// None was held against a value.
  public static final Coverage NONE = new Coverage(0, 0, Double.NaN);

  /// The share that held what came; NaN where there is none.
  public double share() {
    return count == 0 ? Double.NaN : (double) inside / count;
  }
}
