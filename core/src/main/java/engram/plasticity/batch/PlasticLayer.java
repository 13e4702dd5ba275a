// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.batch;

import engram.error.NumericalException;
import engram.kernel.Floats;
import engram.kernel.Patches;
import engram.plasticity.Traces;
import engram.random.RandomStream;
import engram.source.FromPaper;

/// A layer that learns by a [Recipe], a batch at a time, in float. [PlainLayer] says what a step
/// is.
///
/// ```java
/// Recipe recipe = Recipe.softHebb(12, new NormDependent(0.045, 1, 0.2));
/// PlasticLayer layer =
///     new PlasticLayer(recipe, 784, FirstWeights.positive(500, 784, 35, seeds.stream("weights")));
/// layer.pass(images, 32, seeds.stream("order"));
/// float[] features = layer.activity(images);
/// ```
///
/// Matrices lie row by row: weights units x inputs, samples samples x inputs. Not for several
/// threads at once.
@FromPaper(value = "hebbian-rules", at = "spec 0")
public final class PlasticLayer {
  private Recipe recipe;
  private final int units;
  private final int inputs;
  private final float[] weights;
  private final float[] change;
  private final double[] norms;
  private Traces traces;
  private long steps;

  /// @param recipe how it learns
  /// @param inputs n, at least 1
  /// @param weights units x inputs, finite; copied
  public PlasticLayer(Recipe recipe, int inputs, float[] weights) {
    if (inputs < 1 || weights.length == 0 || weights.length % inputs != 0) {
      throw new IllegalArgumentException(
          "weights must be rows of " + inputs + " inputs, was " + weights.length + " values");
    }
    this.units = weights.length / inputs;
    this.inputs = inputs;
    recipe.competition().requireUnits(units);
    this.recipe = recipe;
    this.weights = weights.clone();
    this.change = new float[weights.length];
    this.norms = new double[units];
    this.traces = recipe.rule().first(units, inputs);
    measure();
  }

  /// Learns by another recipe from now on; weights, traces and the count of steps stay.
  public void follow(Recipe next) {
    next.competition().requireUnits(units);
    recipe = next;
  }

  /// How many units.
  public int units() {
    return units;
  }

  /// How many inputs.
  public int inputs() {
    return inputs;
  }

  /// How many updates it made.
  public long steps() {
    return steps;
  }

  /// A copy of the weights, units x inputs.
  public float[] weights() {
    return weights.clone();
  }

  /// The Euclidean length of each row.
  public double[] norms() {
    return norms.clone();
  }

  /// Learns one batch: one update.
  ///
  /// @param x samples x inputs, finite
  /// @throws NumericalException if a row of weights is no longer finite: names unit and step
  public void step(float[] x) {
    step(x, 0, samples(x));
  }

  /// Learns some rows of a matrix as one batch: one update.
  ///
  /// @param x samples x inputs, finite
  /// @param first the first row
  /// @param count how many, at least 1
  public void step(float[] x, int first, int count) {
    learned(x, first, count);
  }

  /// Learns one batch, one update, and says the scores that the samples had before it.
  ///
  /// @param x samples x inputs, finite
  /// @return samples x units
  public float[] learn(float[] x) {
    return learned(x, 0, samples(x)).u();
  }

  private Activity learned(float[] x, int first, int count) {
    Activity a = forward(x, first, count);
    new RuleKernel(a, weights, traces, change).sum(recipe.rule());
    recipe.filter().apply(change, units, inputs);
    double divisor = recipe.normalizer().divisor(change, count);
    for (int i = 0; i < units; i++) {
      double rate = recipe.rate().rate(steps, norms[i]) / divisor;
      Floats.axpy((float) rate, change, i * inputs, weights, i * inputs, inputs);
    }
    recipe.constraint().apply(weights, units, inputs);
    traces =
        recipe
            .rule()
            .follow(traces, meanX(a), mean(a.sums(a.y()), a), mean(a.sums(a.y(), a.y()), a));
    steps++;
    measure();
    return a;
  }

  /// Learns the kernels of a convolution from images, one update: each patch of each image is a
  /// sample, and units compete at each position.
  ///
  /// @param shape of an image and of its patches, whose size is this layer's inputs
  /// @param images images x height x width x channels, finite
  public void step(Patches shape, float[] images) {
    int size = shape.imageSize();
    if (shape.size() != inputs || images.length == 0 || images.length % size != 0) {
      throw new IllegalArgumentException(
          "images must have %d values and patches %d, at least one image, was %d values and patches of %d"
              .formatted(size, inputs, images.length, shape.size()));
    }
    int count = images.length / size;
    float[] patches = new float[Math.multiplyExact(count * shape.count(), inputs)];
    shape.unfold(count, images, 0, patches, 0);
    step(patches);
  }

  /// Learns all samples once, in an order that the stream shuffles; a last batch may be smaller.
  ///
  /// @param x samples x inputs, finite
  /// @param batch samples an update, at least 1
  /// @param order shuffles
  public void pass(float[] x, int batch, RandomStream order) {
    if (batch < 1) {
      throw new IllegalArgumentException("batch must be at least 1, was " + batch);
    }
    int samples = samples(x);
    int[] rows = new int[samples];
    for (int i = 0; i < samples; i++) {
      rows[i] = i;
    }
    order.shuffle(rows);
    float[] chosen = new float[Math.min(batch, samples) * inputs];
    for (int from = 0; from < samples; from += batch) {
      int count = Math.min(batch, samples - from);
      for (int b = 0; b < count; b++) {
        System.arraycopy(x, rows[from + b] * inputs, chosen, b * inputs, inputs);
      }
      step(chosen, 0, count);
    }
  }

  /// The scores of samples, samples x units, without learning.
  public float[] scores(float[] x) {
    return forward(x, 0, samples(x)).u();
  }

  /// The activity of samples, samples x units, without learning.
  public float[] activity(float[] x) {
    return forward(x, 0, samples(x)).y();
  }

  private Activity forward(float[] x, int first, int count) {
    if (count < 1 || first < 0 || first + count > samples(x)) {
      throw new IllegalArgumentException(
          "rows must be at least one of %d, was %d from %d".formatted(samples(x), count, first));
    }
    for (int k = first * inputs; k < (first + count) * inputs; k++) {
      if (!Float.isFinite(x[k])) {
        throw new IllegalArgumentException(
            "input %d of sample %d must be finite, was %s".formatted(k % inputs, k / inputs, x[k]));
      }
    }
    float[] u = new float[count * units];
    float[] y = new float[count * units];
    Activity a = new Activity(x, first * inputs, u, y, count, units, inputs);
    ScoreKernel.score(recipe.score(), weights, a);
    CompetitionKernel.compete(recipe.competition(), a);
    return a;
  }

  private int samples(float[] x) {
    if (x.length == 0 || x.length % inputs != 0) {
      throw new IllegalArgumentException(
          "x must be samples of %d inputs, at least one, was %d values"
              .formatted(inputs, x.length));
    }
    return x.length / inputs;
  }

  private void measure() {
    for (int i = 0; i < units; i++) {
      norms[i] = Math.sqrt(Floats.dot(weights, i * inputs, weights, i * inputs, inputs));
      if (!(norms[i] < Double.POSITIVE_INFINITY)) {
        throw new NumericalException(
            "unit %d of a plastic layer left its range at step %d: length of its weights %s"
                .formatted(i, steps, norms[i]));
      }
    }
  }

  private double[] meanX(Activity a) {
    return mean(a.inputSums(), a);
  }

  private static double[] mean(float[] sums, Activity a) {
    double[] mean = new double[sums.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (double) sums[i] / a.samples();
    }
    return mean;
  }
}
