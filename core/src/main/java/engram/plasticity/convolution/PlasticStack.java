// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.convolution;

import engram.plasticity.convolution.Stage.Size;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.ArrayList;
import java.util.List;

/// Plastic convolutions above each other [1]: each learns from what the one below passes on, all
/// from the same batch, without any error from above.
///
/// ```java
/// PlasticStack stack = new PlasticStack(PlasticStack.softHebbCifar10(), seeds);
/// stack.pass(images, 10, seeds.stream("order"));
/// float[] features = stack.features(images);      // for a linear readout
/// ```
///
/// References: [1] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 11")
public final class PlasticStack {
  private final List<PlasticConvolution> layers;

  /// @param stages lowest first, at least one; each takes what the one below passes on
  /// @param seeds draws first weights, `layer 0` and so on
  public PlasticStack(List<Stage> stages, Seeds seeds) {
    if (stages.isEmpty()) {
      throw new IllegalArgumentException("stages must be at least one, was 0");
    }
    List<PlasticConvolution> built = new ArrayList<>();
    for (int l = 0; l < stages.size(); l++) {
      if (l > 0 && !stages.get(l).image().equals(stages.get(l - 1).passed())) {
        throw new IllegalArgumentException(
            "images of stage %d must be what is passed below, %s, was %s"
                .formatted(l, stages.get(l - 1).passed(), stages.get(l).image()));
      }
      built.add(new PlasticConvolution(stages.get(l), seeds.child("layer", l).stream("weights")));
    }
    this.layers = List.copyOf(built);
  }

  /// Deep SoftHebb for CIFAR-10 [1]: 96, 384 and 1536 filters of sides 5, 3, 3, which pass on
  /// 24,576 values. Published with it: batches of 10, one pass, then a linear readout with dropout
  /// .5.
  public static List<Stage> softHebbCifar10() {
    Pooling overlapping = new Pooling(Pooling.Kind.MAX, 4, 2, 1);
    Stage first =
        new Stage(
            new Size(3, 32, 32), 5, 96, Stage.softHebb(1, 0.08), new Triangle(0.7), overlapping);
    Stage second =
        new Stage(
            first.passed(), 3, 384, Stage.softHebb(0.65, 0.005), new Triangle(1.4), overlapping);
    Stage third =
        new Stage(
            second.passed(),
            3,
            1536,
            Stage.softHebb(0.25, 0.01),
            new Triangle(1),
            Pooling.tiles(Pooling.Kind.AVERAGE, 2));
    return List.of(first, second, third);
  }

  /// The layers, lowest first.
  public List<PlasticConvolution> layers() {
    return layers;
  }

  /// Learns a batch of images: one update of each layer.
  ///
  /// @param images images x height x width x channels, finite
  /// @return what the last layer passed on before it
  public float[] learn(float[] images) {
    float[] passed = images;
    for (PlasticConvolution layer : layers) {
      passed = layer.learn(passed);
    }
    return passed;
  }

  /// Learns all images once, in an order that the stream shuffles; a last batch may be smaller.
  ///
  /// @param batch images an update, at least 1
  public void pass(float[] images, int batch, RandomStream order) {
    int size = layers.getFirst().stage().image().values();
    if (batch < 1 || images.length % size != 0) {
      throw new IllegalArgumentException(
          "batch must be at least 1 and images %d values each, was %d and %d values"
              .formatted(size, batch, images.length));
    }
    int[] chosen = new int[images.length / size];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = i;
    }
    order.shuffle(chosen);
    for (int from = 0; from < chosen.length; from += batch) {
      int count = Math.min(batch, chosen.length - from);
      float[] some = new float[count * size];
      for (int b = 0; b < count; b++) {
        System.arraycopy(images, chosen[from + b] * size, some, b * size, size);
      }
      learn(some);
    }
  }

  /// What the last layer passes on, without learning.
  public float[] features(float[] images) {
    float[] passed = images;
    for (PlasticConvolution layer : layers) {
      passed = layer.features(passed);
    }
    return passed;
  }
}
