// SPDX-License-Identifier: Apache-2.0
package engram.kernel;

import engram.kernel.internal.Ranges;
import java.util.Arrays;

/// The patches that a two-dimensional convolution looks at, laid out as the rows of a matrix, so
/// that the convolution becomes a product of matrices [1].
///
/// An image is row-major, height x width x channels: the channels of a pixel are neighbours. Patch
/// (r, c) begins at row `r stride - padding` and column `c stride - padding`; what lies outside the
/// image is 0. The matrix has a row a patch, row `r outWidth() + c`, and a column an element of it:
/// column `(i side + j) channels + channel` holds element (i, j) of a channel. So `patches (count()
/// x size()) * weights (size() x filters)` is the convolution, in the layout of an image again, and
/// the gradient of the weights is `patches^T * gradient`. The images of a batch, and their
/// matrices, follow each other without gaps.
///
/// @param channels numbers a pixel, 1 or more
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
    long least = Math.min(height, width) + 2L * padding;
    if (side > least) {
      throw new IllegalArgumentException(
          "side must be at most that of the padded image, %d, was %d".formatted(least, side));
    }
    if (Math.multiplyFull(height, width) * channels > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "image must be at most %d elements, was %d x %d x %d"
              .formatted(Integer.MAX_VALUE, height, width, channels));
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

  /// Patches of an image.
  public int count() {
    return outHeight() * outWidth();
  }

  /// Elements of a patch over all channels.
  public int size() {
    return side * side * channels;
  }

  /// Elements of an image.
  public int imageSize() {
    return height * width * channels;
  }

  /// Writes the patches of a batch of images.
  public void unfold(int images, float[] x, int xAt, float[] patches, int patchesAt) {
    checked(images, x.length, xAt, patches.length, patchesAt);
    Ranges.apart("x", x, xAt, span(images), patches, patchesAt, patchesSpan(images));
    forEachLine(
        images,
        x,
        xAt,
        patches,
        patchesAt,
        (image, from, matrix, to, before, inside, length) -> {
          Arrays.fill(matrix, to, to + before, 0);
          System.arraycopy(image, from, matrix, to + before, inside);
          Arrays.fill(matrix, to + before + inside, to + length, 0);
        });
  }

  /// The adjoint of [#unfold]: adds each element of the patches to that of the image from which it
  /// came, patch after patch.
  public void foldAdd(int images, float[] patches, int patchesAt, float[] x, int xAt) {
    checked(images, x.length, xAt, patches.length, patchesAt);
    Ranges.apart("patches", patches, patchesAt, patchesSpan(images), x, xAt, span(images));
    forEachLine(
        images,
        x,
        xAt,
        patches,
        patchesAt,
        (image, from, matrix, to, before, inside, length) -> {
          for (int i = 0; i < inside; i++) {
            image[from + i] += matrix[to + before + i];
          }
        });
  }

  /// [#unfold] for doubles.
  public void unfold(int images, double[] x, int xAt, double[] patches, int patchesAt) {
    checked(images, x.length, xAt, patches.length, patchesAt);
    Ranges.apart("x", x, xAt, span(images), patches, patchesAt, patchesSpan(images));
    forEachLine(
        images,
        x,
        xAt,
        patches,
        patchesAt,
        (image, from, matrix, to, before, inside, length) -> {
          Arrays.fill(matrix, to, to + before, 0);
          System.arraycopy(image, from, matrix, to + before, inside);
          Arrays.fill(matrix, to + before + inside, to + length, 0);
        });
  }

  /// [#foldAdd] for doubles.
  public void foldAdd(int images, double[] patches, int patchesAt, double[] x, int xAt) {
    checked(images, x.length, xAt, patches.length, patchesAt);
    Ranges.apart("patches", patches, patchesAt, patchesSpan(images), x, xAt, span(images));
    forEachLine(
        images,
        x,
        xAt,
        patches,
        patchesAt,
        (image, from, matrix, to, before, inside, length) -> {
          for (int i = 0; i < inside; i++) {
            image[from + i] += matrix[to + before + i];
          }
        });
  }

  /// What is done with one line of one patch. It is handed all that it needs, so that it captures
  /// nothing and is made once.
  ///
  /// @param <A> an array of numbers
  private interface Line<A> {
    /// @param from the first element of the image that the line holds
    /// @param to where the line begins in the matrix
    /// @param before elements of the line that lie left of the image
    /// @param inside elements of the line that lie inside; the others lie right of it
    /// @param length elements of the line
    void accept(A image, int from, A matrix, int to, int before, int inside, int length);
  }

  /// Visits the lines of all patches in the order of the matrix.
  private <A> void forEachLine(int images, A x, int xAt, A patches, int patchesAt, Line<A> line) {
    int length = side * channels;
    int to = patchesAt;
    for (int image = 0; image < images; image++) {
      for (int r = 0; r < outHeight(); r++) {
        for (int c = 0; c < outWidth(); c++) {
          int left = c * stride - padding;
          int first = Math.clamp(left, 0, width);
          int end = Math.clamp((long) left + side, first, width);
          for (int i = 0; i < side; i++) {
            int y = r * stride - padding + i;
            boolean outside = y < 0 || y >= height || first == end;
            int from = outside ? 0 : ((image * height + y) * width + first) * channels;
            int before = outside ? 0 : (first - left) * channels;
            int inside = outside ? 0 : (end - first) * channels;
            line.accept(x, xAt + from, patches, to, before, inside, length);
            to += length;
          }
        }
      }
    }
  }

  private void checked(int images, int length, int at, int patchesLength, int patchesAt) {
    Ranges.count("images", images);
    Ranges.matrix("x", length, at, images, imageSize(), imageSize());
    int rows = Math.multiplyExact(images, count());
    Ranges.matrix("patches", patchesLength, patchesAt, rows, size(), size());
  }

  private long span(int images) {
    return (long) images * imageSize();
  }

  private long patchesSpan(int images) {
    return (long) images * count() * size();
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be 1 or more, was " + value);
    }
  }
}
