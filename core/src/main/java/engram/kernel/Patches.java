// SPDX-License-Identifier: Apache-2.0
package engram.kernel;

import java.util.Arrays;

/// The patches that a two-dimensional convolution looks at, laid out as the columns of a matrix, so
/// that the convolution becomes a product of matrices [1].
///
/// An image is `channels` planes of `height` rows of `width` elements; the planes of a batch may
/// lie image by image or channel by channel, so their distance is an argument. Patch (r, c) begins
/// at row `r stride - padding` and column `c stride - padding`; what lies outside the image is 0.
/// The matrix of patches is row-major: row `(channel side + i) side + j` holds element (i, j) of
/// the channel's part of every patch, column `r outWidth() + c` is a patch. So `weights (filters x
/// rows()) * patches (rows() x columns())` is the convolution, in the layout of an image again.
///
/// @param channels planes of the image, 1 or more
/// @param height rows of the image, 1 or more
/// @param width columns of the image, 1 or more
/// @param side rows and columns of a patch, at most those of the padded image
/// @param stride distance between neighbouring patches, 1 or more
/// @param padding zeros around the image on each side, from 0 to side - 1
///
///   References: 1. K. Chellapilla, S. Puri, P. Simard (2006). High performance convolutional
///   neural networks for document processing. Tenth International Workshop on Frontiers in
///   Handwriting Recognition.
public record Patches(int channels, int height, int width, int side, int stride, int padding) {
  /// Refuses what has no patch, and images beyond the size of an array.
  public Patches {
    atLeastOne("channels", channels);
    atLeastOne("height", height);
    atLeastOne("width", width);
    atLeastOne("side", side);
    atLeastOne("stride", stride);
    if (padding < 0 || padding >= side) {
      throw new IllegalArgumentException(
          "padding must be 0 to side - 1, %d, was %d".formatted(side - 1, padding));
    }
    if (side > Math.min(height, width) + 2 * padding) {
      throw new IllegalArgumentException(
          "side must be at most that of the padded image, %d, was %d"
              .formatted(Math.min(height, width) + 2 * padding, side));
    }
    if (Math.multiplyFull(height, width) * channels > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "image must be at most %d elements, was %d x %d x %d"
              .formatted(Integer.MAX_VALUE, channels, height, width));
    }
  }

  /// Rows of patches, which are the rows of the convolved image.
  public int outHeight() {
    return (height + 2 * padding - side) / stride + 1;
  }

  /// Patches in a row of them.
  public int outWidth() {
    return (width + 2 * padding - side) / stride + 1;
  }

  /// Elements of a plane of the image.
  public int planeSize() {
    return height * width;
  }

  /// Elements of an image.
  public int imageSize() {
    return channels * height * width;
  }

  /// Rows of the matrix of patches: elements of a patch over all channels.
  public int rows() {
    return channels * side * side;
  }

  /// Columns of the matrix of patches: how many there are.
  public int columns() {
    return outHeight() * outWidth();
  }

  /// Writes the patches of an image.
  ///
  /// @param plane distance between the beginnings of two channels, `planeSize()` or more
  /// @param ld distance between the beginnings of two rows of the matrix, `columns()` or more
  public void unfold(
      float[] image, int imageAt, int plane, float[] patches, int patchesAt, int ld) {
    checked(image, imageAt, plane, patches, patchesAt, ld);
    for (int row = 0; row < rows(); row++) {
      Window window = window(row);
      for (int r = 0; r < outHeight(); r++) {
        int to = patchesAt + row * ld + r * outWidth();
        int y = window.top() + r * stride;
        if (y < 0 || y >= height || window.first() == window.end()) {
          Arrays.fill(patches, to, to + outWidth(), 0);
          continue;
        }
        int from = imageAt + window.channel() * plane + y * width + window.left();
        Arrays.fill(patches, to, to + window.first(), 0);
        if (stride == 1) {
          int inside = window.end() - window.first();
          System.arraycopy(image, from + window.first(), patches, to + window.first(), inside);
        } else {
          for (int c = window.first(); c < window.end(); c++) {
            patches[to + c] = image[from + c * stride];
          }
        }
        Arrays.fill(patches, to + window.end(), to + outWidth(), 0);
      }
    }
  }

  /// The adjoint of [#unfold]: adds each element of the patches to that of the image from which it
  /// came, in the order of the rows of the matrix.
  ///
  /// @param ld distance between the beginnings of two rows of the matrix, `columns()` or more
  /// @param plane distance between the beginnings of two channels, `planeSize()` or more
  public void foldAdd(
      float[] patches, int patchesAt, int ld, float[] image, int imageAt, int plane) {
    checked(image, imageAt, plane, patches, patchesAt, ld);
    for (int row = 0; row < rows(); row++) {
      Window window = window(row);
      for (int r = 0; r < outHeight(); r++) {
        int y = window.top() + r * stride;
        if (y < 0 || y >= height) {
          continue;
        }
        int from = patchesAt + row * ld + r * outWidth() + window.first();
        int to = imageAt + window.channel() * plane + y * width;
        int first = window.left() + window.first() * stride;
        add(patches, from, image, to + first, window.end() - window.first());
      }
    }
  }

  private void checked(
      float[] image, int imageAt, int plane, float[] patches, int patchesAt, int ld) {
    Ranges.matrix("image", image.length, imageAt, channels, planeSize(), plane);
    Ranges.matrix("patches", patches.length, patchesAt, rows(), columns(), ld);
    long imageSpan = Ranges.span(channels, planeSize(), plane);
    long span = Ranges.span(rows(), columns(), ld);
    Ranges.apart("image", image, imageAt, imageSpan, patches, patchesAt, span);
  }

  private void add(float[] patches, int from, float[] image, int to, int n) {
    if (stride == 1) {
      for (int c = 0; c < n; c++) {
        image[to + c] += patches[from + c];
      }
    } else {
      for (int c = 0; c < n; c++) {
        image[to + c * stride] += patches[from + c];
      }
    }
  }

  /// Where the elements of one row of the matrix come from.
  ///
  /// @param channel which plane
  /// @param top row of the image that the first patch begins with, below 0 in the padding
  /// @param left column of the same
  /// @param first the first patch of a row of them whose element lies inside
  /// @param end the first behind it whose element lies outside again
  private record Window(int channel, int top, int left, int first, int end) {}

  private Window window(int row) {
    int channel = row / (side * side);
    int top = row / side % side - padding;
    int left = row % side - padding;
    int first = Math.min(outWidth(), Math.ceilDiv(Math.max(0, -left), stride));
    int end = Math.clamp(Math.ceilDiv(width - left, stride), first, outWidth());
    return new Window(channel, top, left, first, end);
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be 1 or more, was " + value);
    }
  }
}
