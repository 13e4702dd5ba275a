// SPDX-License-Identifier: Apache-2.0
package engram.paper.ska;

import engram.data.image.LabelledImages;

/// The batch on which a network is iterated, and images that it does not see, as matrices of values
/// in [0, 1], an image a row.
final class Batch {
  final double[] images;
  final int[] labels;
  final double[] held;
  final int[] heldLabels;
  final int inputs;

  Batch(LabelledImages from, int[] which, LabelledImages heldFrom, int[] heldWhich) {
    images = from.images().values(which);
    labels = from.labels(which);
    held = heldFrom.images().values(heldWhich);
    heldLabels = heldFrom.labels(heldWhich);
    inputs = from.images().size();
  }

  int count() {
    return labels.length;
  }

  /// The mean image of the batch.
  double[] mean() {
    double[] mean = new double[inputs];
    for (int i = 0; i < images.length; i++) {
      mean[i % inputs] += images[i] / labels.length;
    }
    return mean;
  }

  /// Rows less an image.
  static double[] less(double[] rows, double[] image) {
    double[] centred = rows.clone();
    for (int i = 0; i < centred.length; i++) {
      centred[i] -= image[i % image.length];
    }
    return centred;
  }
}
