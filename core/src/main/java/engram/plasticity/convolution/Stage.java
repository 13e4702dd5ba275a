// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.convolution;

import engram.kernel.Patches;
import engram.plasticity.CompetingUnits;
import engram.plasticity.batch.Recipe;
import engram.plasticity.compete.Competition;
import engram.plasticity.constrain.UpdateNormalizer;
import engram.plasticity.rate.NormDependent;
import engram.source.FromPaper;

/// What one plastic convolution is made of: channels brought to mean 0 and variance 1, a border of
/// mirrored pixels that keeps the size, filters that learn, a triangle, pooling.
///
///     image -> ChannelNorm -> border -> patches -> Recipe (learns) -> u -> Triangle -> Pooling
///
/// First weights are normal with deviation `25 / sqrt(inputs of a filter)` [1]: far from length 1,
/// so that [NormDependent] rates begin high.
///
/// References: [1] in the package.
///
/// @param image channels, height and width of an image
/// @param side of a filter, odd, at least 1; half of it is the border, below height and width
/// @param filters at least 1
/// @param recipe how they learn
/// @param triangle what they pass on
/// @param pooling of that
@FromPaper(value = "hebbian-rules", at = "spec 11")
public record Stage(
    Size image, int side, int filters, Recipe recipe, Triangle triangle, Pooling pooling) {
  /// The size of an image.
  ///
  /// @param channels at least 1
  /// @param height at least 1
  /// @param width at least 1
  public record Size(int channels, int height, int width) {
    /// Checks all three.
    public Size {
      if (channels < 1 || height < 1 || width < 1) {
        throw new IllegalArgumentException(
            "channels, height and width must be at least 1, was %d, %d, %d"
                .formatted(channels, height, width));
      }
    }

    /// How many values.
    public int values() {
      return channels * height * width;
    }
  }

  /// Checks sizes.
  public Stage {
    if (side < 1 || side % 2 == 0 || side / 2 >= Math.min(image.height(), image.width())) {
      throw new IllegalArgumentException(
          "side must be odd, with a half below the image's %d x %d, was %d"
              .formatted(image.height(), image.width(), side));
    }
    recipe.competition().requireUnits(filters);
    if (pooling.out(image.height()) < 1 || pooling.out(image.width()) < 1) {
      throw new IllegalArgumentException(
          "pooling must have a window in %d x %d, was %s"
              .formatted(image.height(), image.width(), pooling));
    }
  }

  /// The recipe of deep SoftHebb: softmax with all but the winner turned, the largest change is the
  /// rate, which falls with the root of the distance from length 1.
  ///
  /// @param t inverse temperature
  /// @param eta rate
  public static Recipe softHebb(double t, double eta) {
    return Recipe.of(new CompetingUnits())
        .with(new Competition.SoftKrotov(t))
        .with(UpdateNormalizer.MAX_ABS)
        .with(new NormDependent(eta, 1, 0.5));
  }

  /// The patches of an image with its border.
  public Patches patches() {
    int border = side / 2 * 2;
    return new Patches(
        image.channels(), image.height() + border, image.width() + border, side, 1, 0);
  }

  /// The size of what it passes on.
  public Size passed() {
    return new Size(filters, pooling.out(image.height()), pooling.out(image.width()));
  }

  /// `25 / sqrt(inputs of a filter)`.
  public double firstDeviation() {
    return 25 / Math.sqrt(patches().size());
  }

  /// Images with a border of half a side, mirrored at the outermost pixels, which are not repeated.
  float[] bordered(float[] images) {
    int c = image.channels();
    int half = side / 2;
    int height = image.height() + 2 * half;
    int width = image.width() + 2 * half;
    float[] bordered = new float[images.length / image.values() * height * width * c];
    int to = 0;
    for (int from = 0; from < images.length; from += image.values()) {
      for (int y = -half; y < image.height() + half; y++) {
        int row = mirrored(y, image.height());
        for (int x = -half; x < image.width() + half; x++) {
          int at = from + (row * image.width() + mirrored(x, image.width())) * c;
          System.arraycopy(images, at, bordered, to, c);
          to += c;
        }
      }
    }
    return bordered;
  }

  private static int mirrored(int index, int length) {
    int inside = Math.abs(index);
    return inside < length ? inside : 2 * (length - 1) - inside;
  }
}
