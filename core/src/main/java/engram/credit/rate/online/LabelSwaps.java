// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate.online;

import engram.random.RandomStream;
import engram.source.FromPaper;

/// What each class is called now. Exchanging two labels exchanges them on every image at once, of
/// training and of validation; the images stay.
@FromPaper(value = "homeostatic", at = "spec: concept shift")
public final class LabelSwaps {
  private final int[] now;
  private int count;

  /// Every class under its own label.
  ///
  /// @param classes at least 2
  public LabelSwaps(int classes) {
    if (classes < 2) {
      throw new IllegalArgumentException("classes must be at least 2 to swap, was " + classes);
    }
    now = new int[classes];
    for (int c = 0; c < classes; c++) {
      now[c] = c;
    }
  }

  /// The label that a class has now.
  ///
  /// @param original its label before any exchange
  public int now(int original) {
    return now[original];
  }

  /// Exchanges two labels: what is called `a` is called `b` from now on, and the other way round.
  public void swap(int a, int b) {
    requireLabel(a);
    requireLabel(b);
    for (int c = 0; c < now.length; c++) {
      now[c] = now[c] == a ? b : now[c] == b ? a : now[c];
    }
    count++;
  }

  /// Exchanges two different labels, every pair as likely.
  public void swap(RandomStream stream) {
    int a = stream.nextInt(now.length);
    int b = stream.nextInt(now.length - 1);
    swap(a, b < a ? b : b + 1);
  }

  /// How many exchanges there were.
  public int count() {
    return count;
  }

  private void requireLabel(int label) {
    if (label < 0 || label >= now.length) {
      throw new IllegalArgumentException(
          "label must be in [0, " + (now.length - 1) + "], was " + label);
    }
  }
}
