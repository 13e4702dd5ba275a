// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.convolution;

/// Windows of an image, channel by channel, brought to one value each. A window takes what lies
/// inside the image.
///
/// @param kind what is taken of a window
/// @param side rows and columns of a window, at least 1
/// @param stride distance between windows, at least 1
/// @param padding how far windows may begin outside, from 0 to side / 2
public record Pooling(Kind kind, int side, int stride, int padding) {
  /// What is taken of a window.
  public enum Kind {
    /// The greatest value.
    MAX,
    /// The mean.
    AVERAGE
  }

  /// Checks the numbers.
  public Pooling {
    if (side < 1 || stride < 1) {
      throw new IllegalArgumentException(
          "side and stride must be at least 1, was " + side + " and " + stride);
    }
    if (padding < 0 || padding > side / 2) {
      throw new IllegalArgumentException(
          "padding must be in [0, %d], was %d".formatted(side / 2, padding));
    }
  }

  /// Windows that follow each other without overlap.
  public static Pooling tiles(Kind kind, int side) {
    return new Pooling(kind, side, side, 0);
  }

  /// Each place for itself.
  public static Pooling none() {
    return tiles(Kind.MAX, 1);
  }

  /// Windows along an edge of this length.
  public int out(int length) {
    return Math.floorDiv(length + 2 * padding - side, stride) + 1;
  }

  /// The pooled images.
  ///
  /// @param images images x height x width x channels
  /// @param channels of the images
  /// @param height of the images
  /// @param width of the images
  public float[] apply(float[] images, int channels, int height, int width) {
    int size = channels * height * width;
    if (size < 1 || images.length % size != 0 || out(height) < 1 || out(width) < 1) {
      throw new IllegalArgumentException(
          "images must be %d x %d x %d with at least one window, was %d values"
              .formatted(height, width, channels, images.length));
    }
    float[] pooled = new float[images.length / size * out(height) * out(width) * channels];
    int to = 0;
    for (int from = 0; from < images.length; from += size) {
      for (int r = 0; r < out(height); r++) {
        int top = r * stride - padding;
        for (int c = 0; c < out(width); c++) {
          int left = c * stride - padding;
          Window window =
              new Window(
                  Math.max(top, 0),
                  Math.min(top + side, height),
                  Math.max(left, 0),
                  Math.min(left + side, width));
          gather(images, from, width, channels, window, pooled, to);
          to += channels;
        }
      }
    }
    return pooled;
  }

  private record Window(int top, int bottom, int left, int right) {
    int places() {
      return (bottom - top) * (right - left);
    }
  }

  private void gather(
      float[] images, int from, int width, int channels, Window w, float[] pooled, int to) {
    boolean first = true;
    for (int y = w.top(); y < w.bottom(); y++) {
      for (int x = w.left(); x < w.right(); x++) {
        int at = from + (y * width + x) * channels;
        for (int k = 0; k < channels; k++) {
          float value = images[at + k];
          float before = pooled[to + k];
          pooled[to + k] =
              first ? value : kind == Kind.MAX ? Math.max(before, value) : before + value;
        }
        first = false;
      }
    }
    if (kind == Kind.AVERAGE) {
      for (int k = 0; k < channels; k++) {
        pooled[to + k] /= w.places();
      }
    }
  }
}
