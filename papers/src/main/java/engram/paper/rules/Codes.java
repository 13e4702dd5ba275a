// SPDX-License-Identifier: Apache-2.0
package engram.paper.rules;

/// Counts how often units are active, alone and in pairs.
final class Codes {
  private final double[] alone;
  private final double[][] together;
  private int count;

  Codes(int units) {
    alone = new double[units];
    together = new double[units][units];
  }

  /// Adds a code of 0 and 1.
  void add(int[] code) {
    count++;
    for (int i = 0; i < code.length; i++) {
      alone[i] += code[i];
      for (int j = 0; j < i; j++) {
        together[i][j] += code[i] * code[j];
      }
    }
  }

  /// The mean share in which a unit is active.
  double activity() {
    double sum = 0;
    for (double a : alone) {
      sum += a / count;
    }
    return sum / alone.length;
  }

  /// The mean size of `P(y_i, y_j) - P(y_i) P(y_j)` over pairs.
  double dependence() {
    double sum = 0;
    for (int i = 0; i < alone.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += Math.abs(together[i][j] / count - alone[i] / count * alone[j] / count);
      }
    }
    return sum / (alone.length * (alone.length - 1) / 2.0);
  }
}
