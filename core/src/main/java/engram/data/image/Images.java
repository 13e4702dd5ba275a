// SPDX-License-Identifier: Apache-2.0
package engram.data.image;

import java.util.Arrays;

/// Grey images of one size. Never changes.
///
/// A pixel is a whole number from 0 (background) to [#levels]; its value is `pixel / levels`, in
/// [0, 1]. Pixels lie row by row, images one after another.
public final class Images {
  private final int width;
  private final int height;
  private final int levels;
  private final byte[] pixels;

  /// @param width pixels a row, at least 1
  /// @param height rows, at least 1
  /// @param levels the greatest pixel, in [1, 255]
  /// @param pixels all pixels as unsigned bytes, of a length that is a multiple of `width * height`
  public Images(int width, int height, int levels, byte[] pixels) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "width and height must be at least 1, was " + width + " x " + height);
    }
    if (levels < 1 || levels > 255) {
      throw new IllegalArgumentException("levels must be in [1, 255], was " + levels);
    }
    if (pixels.length % ((long) width * height) != 0) {
      throw new IllegalArgumentException(
          "number of pixels must be a multiple of "
              + (long) width * height
              + ", was "
              + pixels.length);
    }
    for (int i = 0; i < pixels.length; i++) {
      if ((pixels[i] & 0xff) > levels) {
        throw new IllegalArgumentException(
            "pixel " + i + " must be at most " + levels + ", was " + (pixels[i] & 0xff));
      }
    }
    this.width = width;
    this.height = height;
    this.levels = levels;
    this.pixels = pixels.clone();
  }

  /// How many images.
  public int count() {
    return pixels.length / size();
  }

  /// Pixels a row.
  public int width() {
    return width;
  }

  /// Rows of an image.
  public int height() {
    return height;
  }

  /// The greatest pixel.
  public int levels() {
    return levels;
  }

  /// Pixels of an image, `width * height`.
  public int size() {
    return width * height;
  }

  /// A pixel, from 0 to [#levels].
  public int pixel(int image, int row, int column) {
    return pixels[(image * height + row) * width + column] & 0xff;
  }

  /// The values of some images, each in [0, 1]: a matrix of `which.length` rows and [#size]
  /// columns, row by row.
  public double[] values(int... which) {
    int size = size();
    double[] values = new double[which.length * size];
    for (int i = 0; i < which.length; i++) {
      requireImage(which[i]);
      for (int p = 0; p < size; p++) {
        values[i * size + p] = (pixels[which[i] * size + p] & 0xff) / (double) levels;
      }
    }
    return values;
  }

  /// Some of the images, in the given order.
  public Images select(int... which) {
    int size = size();
    byte[] chosen = new byte[which.length * size];
    for (int i = 0; i < which.length; i++) {
      requireImage(which[i]);
      System.arraycopy(pixels, which[i] * size, chosen, i * size, size);
    }
    return new Images(width, height, levels, chosen);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Images that
        && width == that.width
        && height == that.height
        && levels == that.levels
        && Arrays.equals(pixels, that.pixels);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * width + height) + Arrays.hashCode(pixels);
  }

  @Override
  public String toString() {
    return count() + " images of " + width + " x " + height;
  }

  private void requireImage(int image) {
    if (image < 0 || image >= count()) {
      throw new IllegalArgumentException(
          "image must be in [0, " + (count() - 1) + "], was " + image);
    }
  }
}
