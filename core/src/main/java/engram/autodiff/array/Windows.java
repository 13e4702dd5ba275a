// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.array;

/// Windows that are laid over an image in regular steps.
///
/// @param height rows of a window, at least 1
/// @param width columns of a window, at least 1
/// @param stride steps between windows in both directions, at least 1
/// @param padding rows and columns of zeros around the image, 0 or more and less than the window
public record Windows(int height, int width, int stride, int padding) {
  /// Checks every number.
  public Windows {
    if (height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "window must be at least 1 x 1, was %d x %d".formatted(height, width));
    }
    if (stride < 1) {
      throw new IllegalArgumentException("stride must be at least 1, was " + stride);
    }
    if (padding < 0 || padding >= Math.max(height, width)) {
      throw new IllegalArgumentException(
          "padding must be in [0, %d), was %d".formatted(Math.max(height, width), padding));
    }
  }

  /// Square windows side by side, without padding.
  public static Windows tiles(int size) {
    return new Windows(size, size, size, 0);
  }

  /// Square windows of an odd size around each pixel, so that the image keeps its size.
  public static Windows around(int size) {
    return new Windows(size, size, 1, size / 2);
  }

  /// How many windows lie above one another.
  public int rows(Shape image) {
    return fitting(image.extent(1), height);
  }

  /// How many windows lie side by side.
  public int columns(Shape image) {
    return fitting(image.extent(2), width);
  }

  private int fitting(int extent, int window) {
    return Math.floorDiv(extent + 2 * padding - window, stride) + 1;
  }
}
