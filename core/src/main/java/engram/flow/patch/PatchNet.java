// SPDX-License-Identifier: Apache-2.0
package engram.flow.patch;

import engram.kernel.Doubles;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;

/// A two-layer network over patches with trained filters and fixed output signs. Immutable:
/// training gives a new one.
///
///     f(x)   = F_+(x) - F_-(x)
///     F_j(x) = (1/m) sum_{r=1..m} sum_p act(<w_{j,r}, x^(p)>)
///     loss   = (f(x) - y)^2 / 2
///     step     w_{j,r} <- w_{j,r} - eta j (g/m) sum_p act'(<w_{j,r}, x^(p)>) x^(p),  g = f(x) - y
///
/// | symbol | meaning | default here |
/// | --- | --- | --- |
/// | m | filters a sign | 10 |
/// | act | activation | squared ReLU |
/// | w | filters, N(0, sigma0^2) at the start | sigma0 = 0.02 at 400 numbers |
/// | eta | step size | in units of the stability threshold |
///
/// **In coordinates** (squared ReLU, active unit, label y = j, residual e = 1 - y f): with the weak
/// coordinate `a = <w, e_v>` and the strong one `b = <w, e_u>`, a step on one example is `a <- a (1
/// + (2 eta |v|^2/m) e)` and, where the example is strong, `b <- b (1 + (2 eta |u|^2/m) e)`. All
/// active units of one sign share the factor, so their ratios never change.
///
/// References: see the package.
@FromPaper(value = "benign-oscillation", at = "spec: model, loss, step")
public final class PatchNet {
  /// Patch numbers.
  static final int WEAK = 0;

  static final int STRONG = 1;
  static final int NOISE = 2;
  static final int PATCHES = 3;

  /// The form of a network.
  ///
  /// @param filters filters a sign, m, 1 or more
  /// @param activation what a filter makes of its inner product
  /// @param perPatchFilters whether each patch has filters of its own; else one set reads them all
  public record Shape(int filters, Activation activation, boolean perPatchFilters) {
    /// Checks.
    public Shape {
      if (filters < 1) {
        throw new IllegalArgumentException("filters must be 1 or more, was " + filters);
      }
    }

    /// Squared ReLU, one set of filters for all patches.
    public static Shape of(int filters) {
      return new Shape(filters, Activation.SQUARED_RELU, false);
    }
  }

  private final Shape shape;
  private final int dimension;
  private final double[] weights;

  PatchNet(Shape shape, int dimension, double[] weights) {
    this.shape = shape;
    this.dimension = dimension;
    this.weights = weights;
  }

  /// A network with filters drawn from N(0, initialStd^2).
  ///
  /// @param dimension numbers a patch, 3 or more
  /// @param initialStd standard deviation of a weight, 0 or more
  public static PatchNet random(
      Shape shape, int dimension, double initialStd, RandomStream stream) {
    if (!(initialStd >= 0) || !Double.isFinite(initialStd)) {
      throw new IllegalArgumentException(
          "initialStd must be finite and 0 or more, was " + initialStd);
    }
    double[] weights = new double[weightCount(shape, requireDimension(dimension))];
    stream.fillGaussian(weights, initialStd);
    return new PatchNet(shape, dimension, weights);
  }

  /// A network with these filters, copied: filter after filter, first the m that vote for +1, then
  /// the m that vote for -1; with filters of their own, this for the weak, the strong, the noise
  /// patch.
  public static PatchNet of(Shape shape, int dimension, double[] weights) {
    int count = weightCount(shape, requireDimension(dimension));
    if (weights.length != count) {
      throw new IllegalArgumentException(
          "weights must have length " + count + ", was " + weights.length);
    }
    return new PatchNet(shape, dimension, weights.clone());
  }

  /// The form.
  public Shape shape() {
    return shape;
  }

  /// Numbers a patch.
  public int dimension() {
    return dimension;
  }

  /// The filters, a copy, in the order of [#of].
  public double[] weights() {
    return weights.clone();
  }

  /// The same network with the filters of the two signs exchanged: its output is the negative.
  public PatchNet withSignsExchanged() {
    double[] exchanged = new double[weights.length];
    int half = shape.filters() * dimension;
    for (int from = 0; from < weights.length; from += 2 * half) {
      System.arraycopy(weights, from, exchanged, from + half, half);
      System.arraycopy(weights, from + half, exchanged, from, half);
    }
    return new PatchNet(shape, dimension, exchanged);
  }

  /// The output f for example i.
  public double output(FeatureNoiseData data, int i) {
    requireFits(data);
    return new PatchSgdKernel(this, data).output(i);
  }

  /// Accuracy, margin and loss on a set.
  public Evaluation evaluate(FeatureNoiseData data) {
    requireFits(data);
    PatchSgdKernel kernel = new PatchSgdKernel(this, data);
    double right = 0;
    double margins = 0;
    double losses = 0;
    for (int i = 0; i < data.count(); i++) {
      double margin = data.label(i) * kernel.output(i);
      right += margin > 0 ? 1 : margin == 0 ? 0.5 : 0;
      margins += margin;
      losses += (1 - margin) * (1 - margin) / 2;
    }
    int n = data.count();
    return new Evaluation(right / n, margins / n, losses / n);
  }

  /// Accuracy, margin and loss on `n` fresh examples of the law that carry the weak feature alone.
  ///
  /// @param n how many, 1 or more
  public Evaluation evalWeakOnly(FeatureNoise law, int n, Seeds seeds) {
    return evaluate(law.withExamples(n).withStrongShare(0).draw(seeds));
  }

  /// One step on example i with a given target, written as the equation: for readers and tests. The
  /// kernel of [#run] does the same in place.
  ///
  /// @param target the label that the step aims at
  /// @param stepSize eta, above 0
  public PatchNet step(FeatureNoiseData data, int i, double target, double stepSize) {
    requireFits(data);
    double[][] patches = new double[PATCHES][dimension];
    patches[WEAK][0] = data.weak(i);
    patches[STRONG][1] = data.strong(i);
    patches[NOISE] = data.noise(i);
    double g = output(data, i) - target;
    double[] next = weights.clone();
    for (int patch = 0; patch < PATCHES; patch++) {
      for (int unit = 0; unit < units(); unit++) {
        int sign = unit < shape.filters() ? 1 : -1;
        int from = offset(patch, unit);
        double z = 0;
        for (int k = 0; k < dimension; k++) {
          z += weights[from + k] * patches[patch][k];
        }
        double scale = -stepSize * sign * (g / shape.filters()) * shape.activation().slope(z);
        for (int k = 0; k < dimension; k++) {
          next[from + k] += scale * patches[patch][k];
        }
      }
    }
    return new PatchNet(shape, dimension, next);
  }

  /// Trains. The order comes from the stream `order`, label noise from the stream `label-noise`
  /// below the node. A run that diverges ends there and says so in its trace.
  public SgdTrace run(FeatureNoiseData data, PatchSgd descent, Seeds seeds) {
    requireFits(data);
    return PatchSgdKernel.run(
        this, data, descent, seeds.stream("order"), seeds.stream("label-noise"));
  }

  /// The largest step with which descent on single examples of the law is stable at every exact
  /// fit:
  ///
  ///     eta* = m / (2 max(|u|, |xi|)^2)
  ///
  /// **Derivation** (ours). At an exact fit the Hessian of one example's loss is the outer product
  /// of the gradient of f with itself, so the step multiplies the residual by `1 - eta |grad f|^2`,
  /// which is stable iff `eta < 2 / |grad f|^2`. The patches are orthogonal and `act'(z)^2 = 4
  /// act(z)` for z > 0, so `|grad f|^2 = (4/m) sum_p |x^(p)|^2 F_p`, with `F_p` the part of the
  /// label that patch p carries over both signs. Where the other sign is silent the `F_p` sum to 1,
  /// and `|grad f|^2` is at most `(4/m) max_p |x^(p)|^2`, reached where the longest patch carries
  /// the label alone: the strong patch on strong examples, the noise patch on the others, which are
  /// fitted through their noise. Where the weak patch takes over a part, `|grad f|^2` falls and an
  /// oscillation stops by itself.
  ///
  /// The same formula serves the plain quadratic. It takes the root mean square length of the
  /// noise; a single example's may be a little longer.
  ///
  /// @throws IllegalStateException for a ReLU, whose gradient does not depend on the fit
  public double stabilityThreshold(FeatureNoise law) {
    if (shape.activation() == Activation.RELU) {
      throw new IllegalStateException(
          "activation must be squared ReLU or quadratic for a stability threshold, was RELU");
    }
    double longest = Math.max(law.strongNorm(), law.noiseNorm());
    return shape.filters() / (2 * longest * longest);
  }

  /// Filters of both signs.
  public int units() {
    return 2 * shape.filters();
  }

  /// Where the filter that reads a patch begins among the weights.
  int offset(int patch, int unit) {
    return ((shape.perPatchFilters() ? patch * units() : 0) + unit) * dimension;
  }

  double weight(int patch, int unit, int k) {
    return weights[offset(patch, unit) + k];
  }

  double noiseProduct(int unit, FeatureNoiseData data, int i) {
    return Doubles.dot(weights, offset(NOISE, unit), data.noiseOf(i), 0, dimension);
  }

  private void requireFits(FeatureNoiseData data) {
    if (data.law().dimension() != dimension) {
      throw new IllegalArgumentException(
          "dimension of the data must be " + dimension + ", was " + data.law().dimension());
    }
  }

  private static int requireDimension(int dimension) {
    if (dimension < 3) {
      throw new IllegalArgumentException("dimension must be 3 or more, was " + dimension);
    }
    return dimension;
  }

  private static int weightCount(Shape shape, int dimension) {
    return (shape.perPatchFilters() ? PATCHES : 1) * 2 * shape.filters() * dimension;
  }
}
