// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.kernel.Patches;
import engram.plasticity.Clouds;
import engram.plasticity.CompetingUnits;
import engram.plasticity.compete.Competition;
import engram.plasticity.constrain.UpdateNormalizer;
import engram.plasticity.rate.ConstantRate;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import org.junit.jupiter.api.Test;

@FromPaper(value = "hebbian-rules", at = "spec 0")
final class ConvolutionTest {
  /// A step on patches against the convolution written out, over sizes, strides and paddings.
  @Test
  void ruleOnPatchesIsTheRuleOnAConvolution() {
    for (Patches shape :
        new Patches[] {
          new Patches(2, 5, 6, 3, 1, 0),
          new Patches(1, 7, 7, 3, 2, 1),
          new Patches(3, 4, 4, 4, 1, 0)
        }) {
      RandomStream stream = Seeds.of(41).stream("images");
      double[][] images = Clouds.normal(2, shape.imageSize(), 0, stream);
      double[][] kernels = Clouds.normal(3, shape.size(), 0, stream);
      for (UpdateNormalizer over :
          new UpdateNormalizer[] {UpdateNormalizer.NONE, UpdateNormalizer.MEAN}) {
        Recipe recipe =
            Recipe.of(new CompetingUnits())
                .with(new Competition.Soft(0.5))
                .with(over)
                .with(new ConstantRate(0.01));
        PlasticLayer layer = new PlasticLayer(recipe, shape.size(), Clouds.flat(kernels));
        layer.step(shape, Clouds.flat(images));
        double[][] expected = convolved(shape, images, kernels, over == UpdateNormalizer.MEAN);
        for (int k = 0; k < 3 * shape.size(); k++) {
          assertEquals(
              expected[k / shape.size()][k % shape.size()],
              layer.weights()[k],
              1e-6,
              shape.toString());
        }
      }
    }
  }

  private static double[][] convolved(Patches s, double[][] images, double[][] w, boolean mean) {
    double[][] change = new double[w.length][s.size()];
    for (double[] image : images) {
      for (int row = 0; row < s.outHeight(); row++) {
        for (int column = 0; column < s.outWidth(); column++) {
          double[] u = new double[w.length];
          for (int i = 0; i < w.length; i++) {
            for (int k = 0; k < s.size(); k++) {
              u[i] += w[i][k] * pixel(s, image, row, column, k);
            }
          }
          double[] y = new Competition.Soft(0.5).activity(u);
          for (int i = 0; i < w.length; i++) {
            for (int k = 0; k < s.size(); k++) {
              change[i][k] += y[i] * (pixel(s, image, row, column, k) - u[i] * w[i][k]);
            }
          }
        }
      }
    }
    double share = mean ? 1.0 / (images.length * s.count()) : 1;
    double[][] after = new double[w.length][s.size()];
    for (int i = 0; i < w.length; i++) {
      for (int k = 0; k < s.size(); k++) {
        after[i][k] = w[i][k] + 0.01 * share * change[i][k];
      }
    }
    return after;
  }

  private static double pixel(Patches s, double[] image, int row, int column, int k) {
    int channel = k % s.channels();
    int y = row * s.stride() - s.padding() + k / s.channels() / s.side();
    int x = column * s.stride() - s.padding() + k / s.channels() % s.side();
    boolean inside = y >= 0 && y < s.height() && x >= 0 && x < s.width();
    return inside ? image[(y * s.width() + x) * s.channels() + channel] : 0;
  }

  @Test
  void refusesWhatIsNoImage() {
    PlasticLayer layer = new PlasticLayer(Recipe.of(new CompetingUnits()), 9, new float[9]);
    refused(
        "images must have 25 values and patches 9, at least one image, was 24 values and patches of 9",
        () -> layer.step(new Patches(1, 5, 5, 3, 1, 0), new float[24]));
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
