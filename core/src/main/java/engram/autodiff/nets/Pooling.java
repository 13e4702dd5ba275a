// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.nets;

import engram.autodiff.Node;
import engram.autodiff.Parameters;
import engram.autodiff.array.Windows;
import engram.random.Seeds;

/// One number for each window and channel of an image.
///
/// @param kind the largest or the mean
/// @param windows the windows; pixels beyond the rim count as 0
public record Pooling(Kind kind, Windows windows) implements Layer {
  /// What stands for a window.
  public enum Kind {
    /// The largest pixel.
    MAX,
    /// The mean of the pixels.
    MEAN
  }

  /// The largest of each tile.
  public static Pooling max(int size) {
    return new Pooling(Kind.MAX, Windows.tiles(size));
  }

  /// The mean of each tile.
  public static Pooling mean(int size) {
    return new Pooling(Kind.MEAN, Windows.tiles(size));
  }

  @Override
  public void addTo(Parameters parameters, Seeds seeds) {}

  @Override
  public Node apply(Node images, Mode mode) {
    if (kind == Kind.MAX) {
      return images.peaks(windows);
    }
    int channels = images.shape().extent(-1);
    Node seen = images.patches(windows);
    Node pixels =
        seen.reshaped(
            seen.shape().extent(0),
            seen.shape().extent(1),
            seen.shape().extent(2),
            windows.height() * windows.width(),
            channels);
    return pixels.mean(3);
  }
}
