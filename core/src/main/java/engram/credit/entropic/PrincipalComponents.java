// SPDX-License-Identifier: Apache-2.0
package engram.credit.entropic;

import engram.kernel.Doubles;
import engram.kernel.Transpose;
import java.util.Arrays;

/// The leading principal components of samples: the directions of greatest variance and its share
/// in them, by orthogonal iteration on the covariance [3], with twice as many columns as are asked
/// for and as many rounds as make the neglected part small.
///
/// References: [3] in the package.
public final class PrincipalComponents {
  private static final int ROUNDS = 200;
  private static final double SETTLED = 1e-10;
  private static final int SPARE = 8;

  private final int width;
  private final int count;
  private final double[] mean;
  private final double[] directions;
  private final double[] variances;
  private final double total;

  private PrincipalComponents(
      double[] mean, double[] directions, double[] variances, int count, double total) {
    this.width = mean.length;
    this.count = count;
    this.mean = mean;
    this.directions = directions;
    this.variances = variances;
    this.total = total;
  }

  /// Finds them.
  ///
  /// @param rows samples, row by row, at least two
  /// @param width values a sample
  /// @param count how many components, in [1, width]
  public static PrincipalComponents of(double[] rows, int width, int count) {
    int samples = width < 1 ? 0 : rows.length / width;
    if (samples < 2 || rows.length != samples * width) {
      throw new IllegalArgumentException(
          "rows must be at least two samples of width "
              + width
              + ", was "
              + rows.length
              + " values");
    }
    if (count < 1 || count > width) {
      throw new IllegalArgumentException("count must be in [1, " + width + "], was " + count);
    }
    double[] mean = mean(rows, width, samples);
    double[] covariance = covariance(rows, mean, samples);
    double total = 0;
    for (int j = 0; j < width; j++) {
      total += covariance[j * width + j];
    }
    int columns = Math.min(width, 2 * count + SPARE);
    double[] basis = firstBasis(width, columns);
    double[] variances = new double[count];
    double caught = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double[] image = product(basis, covariance, columns, width);
      double now = 0;
      for (int c = 0; c < count; c++) {
        variances[c] = Doubles.dot(basis, c * width, image, c * width, width);
        now += variances[c];
      }
      if (Math.abs(now - caught) <= SETTLED * now) {
        break;
      }
      caught = now;
      orthonormalise(image, columns, width);
      basis = image;
    }
    return new PrincipalComponents(
        mean, Arrays.copyOf(basis, count * width), variances, count, total);
  }

  /// The share of the whole variance in a component, from 0; 0 where nothing varies.
  public double share(int component) {
    return total > 0 ? variances[component] / total : 0;
  }

  /// The samples' coordinates in the components: `count` a sample, row by row.
  public double[] project(double[] rows) {
    int samples = rows.length / width;
    double[] coordinates = new double[samples * count];
    double[] centred = new double[width];
    for (int i = 0; i < samples; i++) {
      for (int j = 0; j < width; j++) {
        centred[j] = rows[i * width + j] - mean[j];
      }
      for (int c = 0; c < count; c++) {
        coordinates[i * count + c] = Doubles.dot(centred, 0, directions, c * width, width);
      }
    }
    return coordinates;
  }

  /// The mean of each column.
  static double[] mean(double[] rows, int width, int samples) {
    double[] mean = new double[width];
    for (int i = 0; i < samples; i++) {
      for (int j = 0; j < width; j++) {
        mean[j] += rows[i * width + j];
      }
    }
    for (int j = 0; j < width; j++) {
      mean[j] /= samples;
    }
    return mean;
  }

  private static double[] covariance(double[] rows, double[] mean, int samples) {
    int width = mean.length;
    double[] centred = rows.clone();
    for (int i = 0; i < centred.length; i++) {
      centred[i] -= mean[i % width];
    }
    double[] covariance = new double[width * width];
    Doubles.gemm(
        Transpose.YES,
        Transpose.NO,
        width,
        width,
        samples,
        1.0 / (samples - 1),
        centred,
        0,
        width,
        centred,
        0,
        width,
        0,
        covariance,
        0,
        width);
    return covariance;
  }

  private static double[] product(double[] basis, double[] covariance, int columns, int width) {
    double[] image = new double[columns * width];
    Doubles.gemm(
        Transpose.NO,
        Transpose.NO,
        columns,
        width,
        width,
        1,
        basis,
        0,
        width,
        covariance,
        0,
        width,
        0,
        image,
        0,
        width);
    return image;
  }

  /// Fixed and dense, so that no direction is left out by its symmetry.
  private static double[] firstBasis(int width, int columns) {
    double[] basis = new double[columns * width];
    for (int i = 0; i < basis.length; i++) {
      basis[i] = ((i * 2654435761L) >>> 7 & 0xffff) / 65536.0 - 0.5;
    }
    orthonormalise(basis, columns, width);
    return basis;
  }

  /// Gram and Schmidt, twice; a direction that vanishes stays 0.
  private static void orthonormalise(double[] rows, int count, int width) {
    for (int c = 0; c < count; c++) {
      for (int twice = 0; twice < 2; twice++) {
        for (int before = 0; before < c; before++) {
          double along = Doubles.dot(rows, c * width, rows, before * width, width);
          Doubles.axpy(-along, rows, before * width, rows, c * width, width);
        }
        double norm = Math.sqrt(Doubles.dot(rows, c * width, rows, c * width, width));
        double scale = norm > 0 ? 1 / norm : 0;
        for (int j = 0; j < width; j++) {
          rows[c * width + j] *= scale;
        }
      }
    }
  }
}
