// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate;

import engram.source.FromPaper;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// What a sample of each class does to the learning rate when it is taken: 1 raises it
/// (excitatory), -1 lowers it (inhibitory), 0 leaves it. It belongs to the label, not to the image:
/// where labels are exchanged, the effect goes with them.
///
/// @param signs by class, each -1, 0 or 1
@FromPaper(value = "homeostatic", at = "lrh.py")
public record Effect(List<Integer> signs) {
  /// Copies and checks.
  public Effect {
    signs = List.copyOf(signs);
    if (signs.isEmpty()) {
      throw new IllegalArgumentException("signs must be one a class, was []");
    }
    for (int sign : signs) {
      if (sign < -1 || sign > 1) {
        throw new IllegalArgumentException("signs must be -1, 0 or 1, was " + signs);
      }
    }
  }

  /// The paper's for ten classes: 0 to 4 lower the rate, 5 to 9 raise it.
  public static Effect ofPaper() {
    return risingFrom(5, 10);
  }

  /// Classes below `first` lower the rate, the others raise it.
  public static Effect risingFrom(int first, int classes) {
    return new Effect(IntStream.range(0, classes).mapToObj(c -> c < first ? -1 : 1).toList());
  }

  /// No class has an effect: what is regulated by it stays as it is.
  public static Effect none(int classes) {
    return new Effect(Collections.nCopies(classes, 0));
  }

  /// How many classes.
  public int classes() {
    return signs.size();
  }

  /// The sign of a class.
  public int of(int label) {
    if (label < 0 || label >= signs.size()) {
      throw new IllegalArgumentException(
          "label must be in [0, " + (signs.size() - 1) + "], was " + label);
    }
    return signs.get(label);
  }
}
