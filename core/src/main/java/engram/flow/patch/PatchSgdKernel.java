// SPDX-License-Identifier: Apache-2.0
package engram.flow.patch;

import engram.kernel.Doubles;
import engram.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/// The descent of [PatchNet#run], in place on one array of weights.
///
/// A patch's inner products with all filters are kept beside the weights until the update, so that
/// a full-batch step needs no array of gradients: it computes the products of all examples first,
/// and these do not see the updates that follow.
final class PatchSgdKernel {
  private final PatchNet net;
  private final FeatureNoiseData data;
  private final double[] weights;
  private final double[] products;

  PatchSgdKernel(PatchNet net, FeatureNoiseData data) {
    this.net = net;
    this.data = data;
    weights = net.weights();
    products = new double[PatchNet.PATCHES * net.units()];
  }

  static SgdTrace run(
      PatchNet net,
      FeatureNoiseData data,
      PatchSgd descent,
      RandomStream order,
      RandomStream labelNoise) {
    PatchSgdKernel kernel = new PatchSgdKernel(net, data);
    SgdTrace.Draft draft = new SgdTrace.Draft(net, data, descent);
    List<Coordinates> kept = new ArrayList<>();
    for (int t = 0; t < descent.steps(); t++) {
      if (descent.coordinatesEvery() > 0 && t % descent.coordinatesEvery() == 0) {
        kept.add(new Coordinates(t, kernel.net(), data));
      }
      double eta = descent.stepSizeAt(t);
      boolean diverged =
          switch (descent.order()) {
            case WITH_REPLACEMENT ->
                kernel.single(draft, order.nextInt(data.count()), eta, shake(descent, labelNoise));
            case CYCLIC -> kernel.single(draft, t % data.count(), eta, shake(descent, labelNoise));
            case FULL_BATCH -> kernel.all(draft, eta, descent, labelNoise);
          };
      if (diverged) {
        break;
      }
    }
    return draft.finish(kernel.net(), kept);
  }

  /// The output for example i; leaves its inner products behind.
  double output(int i) {
    return output(i, products, 0);
  }

  private PatchNet net() {
    return new PatchNet(net.shape(), net.dimension(), weights.clone());
  }

  private boolean single(SgdTrace.Draft draft, int i, double eta, double shake) {
    double g = output(i, products, 0) - (data.label(i) + shake);
    if (draft.add(i, -data.label(i) * g)) {
      return true;
    }
    update(i, -eta * (g / net.shape().filters()), products, 0);
    return false;
  }

  private boolean all(SgdTrace.Draft draft, double eta, PatchSgd descent, RandomStream stream) {
    int n = data.count();
    int stride = PatchNet.PATCHES * net.units();
    double[] every = new double[n * stride];
    double[] g = new double[n];
    double residual = 0;
    for (int i = 0; i < n; i++) {
      g[i] = output(i, every, i * stride) - (data.label(i) + shake(descent, stream));
      residual += -data.label(i) * g[i];
    }
    if (draft.add(SgdTrace.ALL_EXAMPLES, residual / n)) {
      return true;
    }
    for (int i = 0; i < n; i++) {
      update(i, -eta / n * (g[i] / net.shape().filters()), every, i * stride);
    }
    return false;
  }

  private static double shake(PatchSgd descent, RandomStream stream) {
    if (descent.labelNoise() == 0) {
      return 0;
    }
    return stream.nextBoolean() ? descent.labelNoise() : -descent.labelNoise();
  }

  private double output(int i, double[] into, int at) {
    int units = net.units();
    Activation activation = net.shape().activation();
    double[] noise = data.noiseOf(i);
    double plus = 0;
    double minus = 0;
    for (int unit = 0; unit < units; unit++) {
      double weak = weights[net.offset(PatchNet.WEAK, unit)] * data.weak(i);
      double strong = weights[net.offset(PatchNet.STRONG, unit) + 1] * data.strong(i);
      double product =
          Doubles.dot(weights, net.offset(PatchNet.NOISE, unit), noise, 0, noise.length);
      int slot = at + PatchNet.PATCHES * unit;
      into[slot + PatchNet.WEAK] = weak;
      into[slot + PatchNet.STRONG] = strong;
      into[slot + PatchNet.NOISE] = product;
      double vote = activation.value(weak) + activation.value(strong) + activation.value(product);
      if (unit < net.shape().filters()) {
        plus += vote;
      } else {
        minus += vote;
      }
    }
    return (plus - minus) / net.shape().filters();
  }

  private void update(int i, double scale, double[] from, int at) {
    Activation activation = net.shape().activation();
    double[] noise = data.noiseOf(i);
    for (int unit = 0; unit < net.units(); unit++) {
      double signed = unit < net.shape().filters() ? scale : -scale;
      int slot = at + PatchNet.PATCHES * unit;
      double weak = signed * activation.slope(from[slot + PatchNet.WEAK]);
      double strong = signed * activation.slope(from[slot + PatchNet.STRONG]);
      double product = signed * activation.slope(from[slot + PatchNet.NOISE]);
      weights[net.offset(PatchNet.WEAK, unit)] += weak * data.weak(i);
      weights[net.offset(PatchNet.STRONG, unit) + 1] += strong * data.strong(i);
      if (product != 0) {
        Doubles.axpy(product, noise, 0, weights, net.offset(PatchNet.NOISE, unit), noise.length);
      }
    }
  }
}
