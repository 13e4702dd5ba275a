// SPDX-License-Identifier: Apache-2.0
package engram.credit.entropic;

/// A read-out by the nearest class mean (Euclidean distance; of equally near ones the lowest
/// class).
public final class NearestCentroid implements ReadOut {
  private final int width;
  private final double[] centroids;

  private NearestCentroid(int width, double[] centroids) {
    this.width = width;
    this.centroids = centroids;
  }

  /// Takes the mean of each class.
  ///
  /// @param rows samples, row by row
  /// @param width values a sample
  /// @param labels a class for each sample, from 0; every class up to the greatest must occur
  public static NearestCentroid fit(double[] rows, int width, int[] labels) {
    requireRows(rows, width, labels);
    int classes = 0;
    for (int label : labels) {
      classes = Math.max(classes, label + 1);
    }
    double[] centroids = new double[classes * width];
    int[] counts = new int[classes];
    for (int i = 0; i < labels.length; i++) {
      counts[labels[i]]++;
      for (int j = 0; j < width; j++) {
        centroids[labels[i] * width + j] += rows[i * width + j];
      }
    }
    for (int c = 0; c < classes; c++) {
      if (counts[c] == 0) {
        throw new IllegalArgumentException("every class must occur, was without class " + c);
      }
      for (int j = 0; j < width; j++) {
        centroids[c * width + j] /= counts[c];
      }
    }
    return new NearestCentroid(width, centroids);
  }

  @Override
  public int classOf(double[] outputs, int at) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c * width < centroids.length; c++) {
      double distance = 0;
      for (int j = 0; j < width; j++) {
        double difference = outputs[at + j] - centroids[c * width + j];
        distance += difference * difference;
      }
      if (distance < least) {
        least = distance;
        best = c;
      }
    }
    return best;
  }

  /// The share of samples that are given their own class.
  ///
  /// @param rows samples, row by row
  /// @param labels a class for each sample
  public double accuracy(double[] rows, int[] labels) {
    requireRows(rows, width, labels);
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      if (classOf(rows, i * width) == labels[i]) {
        right++;
      }
    }
    return right / (double) labels.length;
  }

  private static void requireRows(double[] rows, int width, int[] labels) {
    if (width < 1 || labels.length == 0 || rows.length != (long) labels.length * width) {
      throw new IllegalArgumentException(
          "rows must be labels x width = "
              + labels.length
              + " x "
              + width
              + " values (at least one), was "
              + rows.length);
    }
  }
}
