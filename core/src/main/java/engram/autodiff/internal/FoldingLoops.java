// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.internal;

import engram.autodiff.array.Shape;
import engram.autodiff.array.Windows;
import java.util.Arrays;

/// The loops of the folding operations: for each window and each of its rows, the range of pixels
/// that lies inside the image is one piece of memory in both arrays.
public final class FoldingLoops {
  private final Windows windows;
  private final int batch;
  private final int height;
  private final int width;
  private final int channels;
  private final int rows;
  private final int columns;

  /// The loops over images of a shape.
  public FoldingLoops(Windows windows, Shape image) {
    this.windows = windows;
    batch = image.extent(0);
    height = image.extent(1);
    width = image.extent(2);
    channels = image.extent(3);
    rows = windows.rows(image);
    columns = windows.columns(image);
  }

  public void unfold(float[] image, float[] patch) {
    int at = 0;
    int line = windows.width() * channels;
    for (int b = 0; b < batch; b++) {
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < columns; c++) {
          int left = c * windows.stride() - windows.padding();
          int from = Math.clamp(-left, 0, windows.width());
          int to = Math.clamp(width - left, from, windows.width());
          for (int i = 0; i < windows.height(); i++) {
            int y = r * windows.stride() - windows.padding() + i;
            if (y < 0 || y >= height) {
              Arrays.fill(patch, at, at + line, 0);
            } else {
              Arrays.fill(patch, at, at + from * channels, 0);
              int pixel = ((b * height + y) * width + left + from) * channels;
              System.arraycopy(image, pixel, patch, at + from * channels, (to - from) * channels);
              Arrays.fill(patch, at + to * channels, at + line, 0);
            }
            at += line;
          }
        }
      }
    }
  }

  public void unfold(double[] image, double[] patch) {
    int at = 0;
    int line = windows.width() * channels;
    for (int b = 0; b < batch; b++) {
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < columns; c++) {
          int left = c * windows.stride() - windows.padding();
          int from = Math.clamp(-left, 0, windows.width());
          int to = Math.clamp(width - left, from, windows.width());
          for (int i = 0; i < windows.height(); i++) {
            int y = r * windows.stride() - windows.padding() + i;
            if (y < 0 || y >= height) {
              Arrays.fill(patch, at, at + line, 0);
            } else {
              Arrays.fill(patch, at, at + from * channels, 0);
              int pixel = ((b * height + y) * width + left + from) * channels;
              System.arraycopy(image, pixel, patch, at + from * channels, (to - from) * channels);
              Arrays.fill(patch, at + to * channels, at + line, 0);
            }
            at += line;
          }
        }
      }
    }
  }

  public void fold(float[] patch, float[] image) {
    int at = 0;
    int line = windows.width() * channels;
    for (int b = 0; b < batch; b++) {
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < columns; c++) {
          int left = c * windows.stride() - windows.padding();
          int from = Math.clamp(-left, 0, windows.width());
          int to = Math.clamp(width - left, from, windows.width());
          for (int i = 0; i < windows.height(); i++) {
            int y = r * windows.stride() - windows.padding() + i;
            if (y >= 0 && y < height) {
              int pixel = ((b * height + y) * width + left + from) * channels;
              add(patch, at + from * channels, image, pixel, (to - from) * channels);
            }
            at += line;
          }
        }
      }
    }
  }

  public void fold(double[] patch, double[] image) {
    int at = 0;
    int line = windows.width() * channels;
    for (int b = 0; b < batch; b++) {
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < columns; c++) {
          int left = c * windows.stride() - windows.padding();
          int from = Math.clamp(-left, 0, windows.width());
          int to = Math.clamp(width - left, from, windows.width());
          for (int i = 0; i < windows.height(); i++) {
            int y = r * windows.stride() - windows.padding() + i;
            if (y >= 0 && y < height) {
              int pixel = ((b * height + y) * width + left + from) * channels;
              add(patch, at + from * channels, image, pixel, (to - from) * channels);
            }
            at += line;
          }
        }
      }
    }
  }

  private static void add(float[] x, int xAt, float[] y, int yAt, int n) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] += x[xAt + i];
    }
  }

  private static void add(double[] x, int xAt, double[] y, int yAt, int n) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] += x[xAt + i];
    }
  }
}
