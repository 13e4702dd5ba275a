// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.batch;

import engram.source.FromPaper;

/// Cuts images into the patches that a convolution sees, so that a rule on patches learns the
/// kernels of the convolution: a patch is a sample, and the sum over the batch is the sum over
/// images and positions. Units compete at each position.
///
/// Images lie as channels x height x width, patches as channels x side x side, positions row by
/// row; outside the image is 0.
///
/// @param channels at least 1
/// @param height of an image in pixels
/// @param width of an image in pixels
/// @param side of a patch in pixels
/// @param stride between patches in pixels, at least 1
/// @param padding pixels of 0 around an image, 0 or more
@FromPaper(value = "hebbian-rules", at = "spec 0")
public record Patches(int channels, int height, int width, int side, int stride, int padding) {
  /// Checks all.
  public Patches {
    if (channels < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "channels, height and width must be at least 1, was %d x %d x %d"
              .formatted(channels, height, width));
    }
    if (stride < 1 || padding < 0) {
      throw new IllegalArgumentException(
          "stride must be at least 1 and padding 0 or more, was " + stride + " and " + padding);
    }
    int most = Math.min(height, width) + 2 * padding;
    if (side < 1 || side > most) {
      throw new IllegalArgumentException("side must be in [1, " + most + "], was " + side);
    }
  }

  /// Values of a patch.
  public int size() {
    return channels * side * side;
  }

  /// Rows of positions.
  public int rows() {
    return (height + 2 * padding - side) / stride + 1;
  }

  /// Columns of positions.
  public int columns() {
    return (width + 2 * padding - side) / stride + 1;
  }

  /// The patches of images, position by position: (images x positions) x size.
  ///
  /// @param images images x channels x height x width
  public float[] unfold(float[] images) {
    int image = channels * height * width;
    if (images.length == 0 || images.length % image != 0) {
      throw new IllegalArgumentException(
          "images must have %d values each, at least one image, was %d"
              .formatted(image, images.length));
    }
    int count = images.length / image;
    float[] patches = new float[Math.multiplyExact(count * rows() * columns(), size())];
    int at = 0;
    for (int k = 0; k < count; k++) {
      for (int row = 0; row < rows(); row++) {
        for (int column = 0; column < columns(); column++) {
          at =
              copy(
                  images,
                  k * image,
                  row * stride - padding,
                  column * stride - padding,
                  patches,
                  at);
        }
      }
    }
    return patches;
  }

  private int copy(float[] images, int image, int top, int left, float[] into, int at) {
    int next = at;
    for (int c = 0; c < channels; c++) {
      for (int row = top; row < top + side; row++) {
        for (int column = left; column < left + side; column++) {
          boolean inside = row >= 0 && row < height && column >= 0 && column < width;
          into[next++] = inside ? images[image + (c * height + row) * width + column] : 0;
        }
      }
    }
    return next;
  }
}
