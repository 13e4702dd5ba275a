// SPDX-License-Identifier: Apache-2.0
package engram.data.image;

import java.util.Arrays;

/// Images with a class each, numbered from 0. Never changes.
public final class LabelledImages {
  private final Images images;
  private final int[] labels;
  private final int classes;

  /// @param images the images
  /// @param labels a class for each, 0 or more
  public LabelledImages(Images images, int[] labels) {
    if (labels.length != images.count()) {
      throw new IllegalArgumentException(
          "number of labels must be " + images.count() + ", was " + labels.length);
    }
    int greatest = -1;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0) {
        throw new IllegalArgumentException("label " + i + " must be 0 or more, was " + labels[i]);
      }
      greatest = Math.max(greatest, labels[i]);
    }
    this.images = images;
    this.labels = labels.clone();
    this.classes = greatest + 1;
  }

  /// The images.
  public Images images() {
    return images;
  }

  /// How many images.
  public int count() {
    return labels.length;
  }

  /// How many classes: the greatest label and one.
  public int classes() {
    return classes;
  }

  /// The class of an image.
  public int label(int image) {
    return labels[image];
  }

  /// The classes of some images.
  public int[] labels(int... which) {
    return Arrays.stream(which).map(i -> labels[i]).toArray();
  }

  /// The first images of each class, class after class.
  ///
  /// @param each how many of a class
  /// @return their indices, `classes() * each` of them
  public int[] firstOfEachClass(int each) {
    int[] chosen = new int[classes * each];
    int[] found = new int[classes];
    for (int i = 0; i < labels.length; i++) {
      int label = labels[i];
      if (found[label] < each) {
        chosen[label * each + found[label]++] = i;
      }
    }
    for (int label = 0; label < classes; label++) {
      if (found[label] < each) {
        throw new IllegalArgumentException(
            "images a class must be at most "
                + found[label]
                + " (all of class "
                + label
                + "), was "
                + each);
      }
    }
    return chosen;
  }

  /// All images but the given ones, in order.
  public int[] indicesWithout(int... taken) {
    boolean[] gone = new boolean[labels.length];
    for (int i : taken) {
      gone[i] = true;
    }
    int[] rest = new int[labels.length];
    int count = 0;
    for (int i = 0; i < labels.length; i++) {
      if (!gone[i]) {
        rest[count++] = i;
      }
    }
    return Arrays.copyOf(rest, count);
  }

  @Override
  public String toString() {
    return images + " in " + classes + " classes";
  }
}
