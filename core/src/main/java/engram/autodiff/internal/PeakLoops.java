// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.internal;

import engram.autodiff.array.Shape;
import engram.autodiff.array.Windows;
import engram.kernel.Doubles;
import engram.kernel.Floats;
import java.util.Arrays;

/// The largest pixel of each window and channel of images, and its adjoint, one row of windows
/// after the other: the pixels at one place of all windows of the row are gathered into a line, so
/// that the loops run over long lines from index 0.
///
/// Pixels beyond the rim count as 0. Where several are largest, the first counts.
public final class PeakLoops {
  private final Windows windows;
  private final int height;
  private final int width;
  private final int channels;
  private final int rows;
  private final int columns;
  private final int lines;
  private final int places;
  private final int size;
  private final boolean apart;

  /// The loops over images of a shape.
  public PeakLoops(Windows windows, Shape image) {
    this.windows = windows;
    height = image.extent(1);
    width = image.extent(2);
    channels = image.extent(3);
    rows = windows.rows(image);
    columns = windows.columns(image);
    lines = image.extent(0) * rows;
    places = windows.height() * windows.width();
    size = image.size();
    apart = windows.stride() >= Math.max(windows.height(), windows.width());
  }

  /// y is the largest of each window of x.
  public Step largest(float[] x, float[] y) {
    int n = columns * channels;
    float[] best = new float[n];
    float[] seen = new float[n];
    float[] zeros = new float[channels];
    return () -> {
      for (int line = 0; line < lines; line++) {
        gather(line, 0, x, best, zeros);
        for (int place = 1; place < places; place++) {
          gather(line, place, x, seen, zeros);
          for (int i = 0; i < n; i++) {
            best[i] = Math.max(best[i], seen[i]);
          }
        }
        System.arraycopy(best, 0, y, line * n, n);
      }
    };
  }

  /// y is the largest of each window of x.
  public Step largest(double[] x, double[] y) {
    int n = columns * channels;
    double[] best = new double[n];
    double[] seen = new double[n];
    double[] zeros = new double[channels];
    return () -> {
      for (int line = 0; line < lines; line++) {
        gather(line, 0, x, best, zeros);
        for (int place = 1; place < places; place++) {
          gather(line, place, x, seen, zeros);
          for (int i = 0; i < n; i++) {
            best[i] = Math.max(best[i], seen[i]);
          }
        }
        System.arraycopy(best, 0, y, line * n, n);
      }
    };
  }

  /// The adjoint: z is 0, but for u added where each window's largest y lies in x.
  public Step handBack(float[] x, float[] y, float[] u, float[] z) {
    int n = columns * channels;
    float[] best = new float[n];
    float[] seen = new float[n];
    float[] left = new float[n];
    float[] zeros = new float[channels];
    return () -> {
      Arrays.fill(z, 0, size, 0);
      for (int line = 0; line < lines; line++) {
        System.arraycopy(y, line * n, best, 0, n);
        System.arraycopy(u, line * n, left, 0, n);
        for (int place = 0; place < places; place++) {
          gather(line, place, x, seen, zeros);
          Floats.whereEqual(seen, 0, best, 0, left, 0, seen, 0, n);
          for (int i = 0; i < n; i++) {
            left[i] -= seen[i];
          }
          scatter(line, place, seen, z);
        }
      }
    };
  }

  /// The adjoint: z is 0, but for u added where each window's largest y lies in x.
  public Step handBack(double[] x, double[] y, double[] u, double[] z) {
    int n = columns * channels;
    double[] best = new double[n];
    double[] seen = new double[n];
    double[] left = new double[n];
    double[] zeros = new double[channels];
    return () -> {
      Arrays.fill(z, 0, size, 0);
      for (int line = 0; line < lines; line++) {
        System.arraycopy(y, line * n, best, 0, n);
        System.arraycopy(u, line * n, left, 0, n);
        for (int place = 0; place < places; place++) {
          gather(line, place, x, seen, zeros);
          Doubles.whereEqual(seen, 0, best, 0, left, 0, seen, 0, n);
          for (int i = 0; i < n; i++) {
            left[i] -= seen[i];
          }
          scatter(line, place, seen, z);
        }
      }
    };
  }

  /// v is what w has where each window's largest y lies in x; 0 if that is beyond the rim.
  public Step pick(float[] x, float[] y, float[] w, float[] v) {
    int n = columns * channels;
    float[] best = new float[n];
    float[] seen = new float[n];
    float[] left = new float[n];
    float[] there = new float[n];
    float[] picked = new float[n];
    float[] zeros = new float[channels];
    return () -> {
      for (int line = 0; line < lines; line++) {
        System.arraycopy(y, line * n, best, 0, n);
        Arrays.fill(left, 1);
        Arrays.fill(picked, 0);
        for (int place = 0; place < places; place++) {
          gather(line, place, x, seen, zeros);
          Floats.whereEqual(seen, 0, best, 0, left, 0, seen, 0, n);
          for (int i = 0; i < n; i++) {
            left[i] -= seen[i];
          }
          gather(line, place, w, there, zeros);
          for (int i = 0; i < n; i++) {
            picked[i] = Math.fma(seen[i], there[i], picked[i]);
          }
        }
        System.arraycopy(picked, 0, v, line * n, n);
      }
    };
  }

  /// v is what w has where each window's largest y lies in x; 0 if that is beyond the rim.
  public Step pick(double[] x, double[] y, double[] w, double[] v) {
    int n = columns * channels;
    double[] best = new double[n];
    double[] seen = new double[n];
    double[] left = new double[n];
    double[] there = new double[n];
    double[] picked = new double[n];
    double[] zeros = new double[channels];
    return () -> {
      for (int line = 0; line < lines; line++) {
        System.arraycopy(y, line * n, best, 0, n);
        Arrays.fill(left, 1);
        Arrays.fill(picked, 0);
        for (int place = 0; place < places; place++) {
          gather(line, place, x, seen, zeros);
          Doubles.whereEqual(seen, 0, best, 0, left, 0, seen, 0, n);
          for (int i = 0; i < n; i++) {
            left[i] -= seen[i];
          }
          gather(line, place, w, there, zeros);
          for (int i = 0; i < n; i++) {
            picked[i] = Math.fma(seen[i], there[i], picked[i]);
          }
        }
        System.arraycopy(picked, 0, v, line * n, n);
      }
    };
  }

  /// The first element of the pixel that a window of a line has at a place; -1 beyond the rim.
  private int pixel(int line, int column, int place) {
    int y = line % rows * windows.stride() - windows.padding() + place / windows.width();
    int x = column * windows.stride() - windows.padding() + place % windows.width();
    boolean inside = y >= 0 && y < height && x >= 0 && x < width;
    return inside ? ((line / rows * height + y) * width + x) * channels : -1;
  }

  /// The pixels at a place of all windows of a line, of either precision.
  private void gather(int line, int place, Object image, Object into, Object zeros) {
    for (int column = 0; column < columns; column++) {
      int pixel = pixel(line, column, place);
      if (pixel < 0) {
        System.arraycopy(zeros, 0, into, column * channels, channels);
      } else {
        System.arraycopy(image, pixel, into, column * channels, channels);
      }
    }
  }

  private void scatter(int line, int place, float[] from, float[] image) {
    for (int column = 0; column < columns; column++) {
      int pixel = pixel(line, column, place);
      if (pixel >= 0 && apart) {
        System.arraycopy(from, column * channels, image, pixel, channels);
      } else if (pixel >= 0) {
        for (int i = 0; i < channels; i++) {
          image[pixel + i] += from[column * channels + i];
        }
      }
    }
  }

  private void scatter(int line, int place, double[] from, double[] image) {
    for (int column = 0; column < columns; column++) {
      int pixel = pixel(line, column, place);
      if (pixel >= 0 && apart) {
        System.arraycopy(from, column * channels, image, pixel, channels);
      } else if (pixel >= 0) {
        for (int i = 0; i < channels; i++) {
          image[pixel + i] += from[column * channels + i];
        }
      }
    }
  }
}
