// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.part;

import java.util.Arrays;

/// What will arrive at one receptor of the neurons of a part: a row a step, used in turn. At step t
/// rows of the steps t to t + length - 1 can be added to; row t is read, then cleared.
public final class Ring {
  private final float[][] rows;

  Ring(int length, int neurons) {
    rows = new float[length][neurons];
  }

  /// For how many steps there is a row.
  public int length() {
    return rows.length;
  }

  /// The row of a step.
  public float[] row(long step) {
    return rows[(int) (step % rows.length)];
  }

  /// The place of the row of a step.
  public int place(long step) {
    return (int) (step % rows.length);
  }

  /// The row that is `delay` steps, at most as many as there are rows, after the one at a place.
  public float[] ahead(int place, int delay) {
    int at = place + delay;
    return rows[at < rows.length ? at : at - rows.length];
  }

  void clear(long step) {
    Arrays.fill(row(step), 0);
  }
}
