// SPDX-License-Identifier: Apache-2.0
package engram.credit.entropic;

import engram.random.RandomStream;
import engram.source.FromPaper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A network of sigmoid layers that accumulates knowledge (SKA): iterated forwards on one fixed
/// batch, each layer lowering its own entropy. [SkaDefinition] says what a step is; this computes
/// it with kernels.
///
/// ```java
/// SkaNetwork net = SkaNetwork.random(SkaParameters.ofPaper(784), seeds.stream("weights"));
/// List<SkaTrace> traces = net.run(batch, 1000, new StopRule.Steps(50), 50);
/// ```
///
/// | symbol | meaning | unit | default |
/// | --- | --- | --- | --- |
/// | eta | step | the papers' unit of time | .01 |
/// | K | steps; `eta K` is the time reached | 1 | 50 |
/// | Z, D | knowledge, decisions: samples x units, row by row | 1 | - |
/// | H | entropy, summed over samples and units | bit | - |
///
/// **No labels are used and the outputs are not class scores**: [#predict] is refused until a
/// read-out that somebody fitted is given. A batch has at least two finite samples and stays the
/// same until [#reset], since the change of the decisions between two different batches means
/// nothing. Not for several threads at once.
///
/// References: [1], [2] in the package.
@FromPaper(value = "ska", at = "arXiv 2504.03214, code: SKAModel; eqs. 8, 26 (Tensor Net, flow)")
public final class SkaNetwork {
  private final SkaParameters parameters;
  private final List<SkaLayerKernel> layers;
  private double[] batch = new double[0];
  private int samples;
  private int step;
  private @Nullable ReadOut readOut;

  private SkaNetwork(SkaParameters parameters, List<SkaLayerKernel> layers) {
    this.parameters = parameters;
    this.layers = layers;
  }

  /// A network with normally distributed weights and biases 0.
  ///
  /// @param parameters what it is made of
  /// @param weights the stream from which the weights come, layer by layer, row by row
  public static SkaNetwork random(SkaParameters parameters, RandomStream weights) {
    List<SkaLayerKernel> layers = new ArrayList<>();
    for (int l = 0; l < parameters.layers(); l++) {
      int inputs = parameters.sizes().get(l);
      int units = parameters.sizes().get(l + 1);
      double[] w = new double[Math.multiplyExact(inputs, units)];
      weights.fillGaussian(w, parameters.initScale());
      layers.add(new SkaLayerKernel(inputs, units, w, new double[units]));
    }
    return new SkaNetwork(parameters, layers);
  }

  /// A copy of this network as it is, before its first step on a batch.
  public SkaNetwork copy() {
    List<SkaLayerKernel> copies = new ArrayList<>();
    for (SkaLayerKernel layer : layers) {
      copies.add(
          new SkaLayerKernel(
              layer.inputs, layer.units, layer.weights.clone(), layer.biases.clone()));
    }
    return new SkaNetwork(parameters, copies);
  }

  /// A copy whose weights are scaled, layer by layer, to the norms of another network's weights;
  /// biases stay. Shows what size alone does.
  public SkaNetwork scaledTo(SkaNetwork other) {
    if (!parameters.sizes().equals(other.parameters.sizes())) {
      throw new IllegalArgumentException(
          "sizes of the other network must be "
              + parameters.sizes()
              + ", was "
              + other.parameters.sizes());
    }
    SkaNetwork scaled = copy();
    for (int l = 0; l < layers.size(); l++) {
      double own = weightNorm(l);
      double factor = own > 0 ? other.weightNorm(l) / own : 1;
      double[] w = scaled.layers.get(l).weights;
      for (int i = 0; i < w.length; i++) {
        w[i] *= factor;
      }
    }
    return scaled;
  }

  /// What it is made of.
  public SkaParameters parameters() {
    return parameters;
  }

  /// A copy of a layer's weights, inputs x units, row by row; layers from 0.
  public double[] weights(int layer) {
    return layers.get(layer).weights.clone();
  }

  /// A copy of a layer's biases.
  public double[] biases(int layer) {
    return layers.get(layer).biases.clone();
  }

  /// Takes one step on the batch.
  ///
  /// @param images the batch, samples x inputs, row by row
  /// @param count how many samples, at least 2
  /// @throws engram.error.NumericalException if knowledge is no longer finite: names layer and step
  public SkaTrace step(double[] images, int count) {
    accept(images, count);
    double[] x = batch;
    List<SkaTrace.Layer> shown = new ArrayList<>();
    for (int l = 0; l < layers.size(); l++) {
      SkaLayerKernel layer = layers.get(l);
      layer.forward(x, samples);
      shown.add(layer.look(parameters, step, l + 1));
      x = layer.d;
    }
    if (step > 0 && parameters.rule() != SkaRule.FIXED) {
      x = batch;
      for (SkaLayerKernel layer : layers) {
        layer.update(x, samples, parameters.eta());
        x = layer.lastD;
      }
    }
    return new SkaTrace(step++, shown);
  }

  /// Takes steps until the rule is met or `atMost` are taken.
  ///
  /// @param images the batch, samples x inputs, row by row
  /// @param count how many samples, at least 2
  public List<SkaTrace> run(double[] images, int count, StopRule until, int atMost) {
    if (atMost < 1) {
      throw new IllegalArgumentException("atMost must be at least 1, was " + atMost);
    }
    List<SkaTrace> traces = new ArrayList<>();
    while (traces.size() < atMost && !until.isMet(traces)) {
      traces.add(step(images, count));
    }
    return List.copyOf(traces);
  }

  /// Forgets the batch; weights and biases stay.
  public void reset() {
    step = 0;
    samples = 0;
    batch = new double[0];
  }

  /// The outputs of a layer for any samples, without learning: samples x units, row by row.
  ///
  /// @param layer from 0
  /// @param images samples x inputs, row by row
  /// @param count how many samples
  public double[] outputs(int layer, double[] images, int count) {
    requireShape(images, count);
    double[] x = images;
    for (int l = 0; l <= layer; l++) {
      x = layers.get(l).outputs(x, count);
    }
    return x;
  }

  /// Gives it a read-out of its last layer, fitted by the caller.
  public void readOut(ReadOut fitted) {
    readOut = fitted;
  }

  /// The classes that the read-out sees in the last layer.
  ///
  /// @param images samples x inputs, row by row
  /// @param count how many samples
  public int[] predict(double[] images, int count) {
    ReadOut fitted = readOut;
    if (fitted == null) {
      throw new IllegalStateException(
          "read-out must be fitted and given before predict, was none: this network has seen no"
              + " labels and its outputs are not class scores");
    }
    double[] outputs = outputs(layers.size() - 1, images, count);
    int units = layers.getLast().units;
    int[] classes = new int[count];
    for (int i = 0; i < count; i++) {
      classes[i] = fitted.classOf(outputs, i * units);
    }
    return classes;
  }

  private void accept(double[] images, int count) {
    if (step > 0) {
      if (count != samples || !Arrays.equals(images, batch)) {
        throw new IllegalArgumentException(
            "batch must be that of the first step until reset(), was another at step " + step);
      }
      return;
    }
    if (count < 2) {
      throw new IllegalArgumentException("batch must have at least 2 samples, was " + count);
    }
    requireShape(images, count);
    batch = images.clone();
    samples = count;
    layers.forEach(layer -> layer.begin(count));
  }

  private void requireShape(double[] images, int count) {
    int inputs = layers.getFirst().inputs;
    if (images.length != (long) count * inputs) {
      throw new IllegalArgumentException(
          "images must be samples x inputs = "
              + count
              + " x "
              + inputs
              + " values, was "
              + images.length);
    }
    for (int i = 0; i < images.length; i++) {
      if (!Double.isFinite(images[i])) {
        throw new IllegalArgumentException(
            "input "
                + i % inputs
                + " of sample "
                + i / inputs
                + " must be finite, was "
                + images[i]);
      }
    }
  }

  private double weightNorm(int layer) {
    double[] w = layers.get(layer).weights;
    double sum = 0;
    for (double value : w) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
