// SPDX-License-Identifier: Apache-2.0
package engram.paper.curl;

import engram.credit.curl.NetShape;
import engram.credit.curl.SignMask;
import engram.credit.curl.SolutionStability;
import engram.credit.curl.TwoLayerNet;
import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Figure;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import engram.lab.parameter.Param;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/// Theory of wide layers beside random nets: the least eigenvalue with every input flipped, and the
/// shares of inputs and of hidden units from which on a solution is unstable. Flips only lower the
/// eigenvalues, so the share is found by halving.
public final class StabilityEdge implements Experiment<StabilityEdge.Setting> {
  /// Its parameters.
  public record Setting(
      @Param(doc = "inputs of nets whose edge is taken", min = 8) int edgeInputs,
      @Param(doc = "inputs of nets whose critical share is taken", min = 8) int shareInputs,
      @Param(doc = "whether signs are flipped; else every mask is that of the gradient")
          boolean flips) {}

  static final Measure EDGE =
      Measure.of("edge", "least eigenvalue of S over |W2|^2, every input flipped");
  static final Measure UNFLIPPED =
      Measure.of("edge-unflipped", "least eigenvalue of S over |W2|^2, nothing flipped");
  static final Measure INPUTS =
      Measure.of("critical-inputs", "least share of flipped inputs with an eigenvalue below 0");
  static final Measure HIDDEN =
      Measure.of("critical-hidden", "least share of flipped hidden units with one below 0");
  static final List<Double> EDGES = List.of(0.05, 0.1, 0.2, 0.25, 0.3, 0.5, 0.7);
  static final List<Double> INPUT_RATIOS = List.of(0.3, 0.35, 0.4, 0.5, 0.7);
  static final List<Double> HIDDEN_RATIOS = List.of(0.1, 0.2, 0.5, 1.0, 2.0);

  static String at(double ratio) {
    return "c=" + ratio;
  }

  @Override
  public String id() {
    return "stability-edge";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return switch (scale) {
      case SMOKE -> Optional.of(new Setting(40, 40, true));
      case SMALL -> Optional.of(new Setting(200, 400, true));
      case FULL -> Optional.of(new Setting(400, 1000, true));
    };
  }

  @Override
  public List<Claim> claims() {
    return EdgeClaims.all();
  }

  @Override
  public Needs needs(Setting p) {
    double m = p.shareInputs() / 400.0;
    return Needs.cpuSeconds(8 * m * m * m);
  }

  @Override
  public void run(Setting p, Trial trial) {
    for (double ratio : EDGES) {
      TwoLayerNet net = net(p.edgeInputs(), ratio, trial);
      double scale = net.secondSquaredNorm();
      SignMask mask = mask(net.shape(), p.edgeInputs(), 0, p);
      SignMask none = SignMask.none(net.shape());
      trial.out().value(EDGE.in(at(ratio)), SolutionStability.leastEigenvalue(net, mask) / scale);
      trial
          .out()
          .value(UNFLIPPED.in(at(ratio)), SolutionStability.leastEigenvalue(net, none) / scale);
    }
    for (double ratio : INPUT_RATIOS) {
      TwoLayerNet net = net(p.shareInputs(), ratio, trial);
      IntPredicate stable = n -> SolutionStability.isStable(net, mask(net.shape(), n, 0, p));
      trial.out().value(INPUTS.in(at(ratio)), share(net.shape().inputs(), stable));
    }
    for (double ratio : HIDDEN_RATIOS) {
      TwoLayerNet net = net(p.shareInputs(), ratio, trial);
      IntPredicate stable = n -> SolutionStability.isStable(net, mask(net.shape(), 0, n, p));
      trial.out().value(HIDDEN.in(at(ratio)), share(net.shape().hidden(), stable));
    }
  }

  private static TwoLayerNet net(int inputs, double ratio, Trial trial) {
    NetShape shape = NetShape.linear(inputs, (int) Math.round(inputs / ratio));
    return TwoLayerNet.uniform(shape, 1, trial.seeds().stream("net " + at(ratio)));
  }

  private static SignMask mask(NetShape shape, int inputs, int hidden, Setting p) {
    return p.flips() ? SignMask.flipped(shape, inputs, hidden) : SignMask.none(shape);
  }

  /// The least share that is unstable; 1 where all are stable.
  private static double share(int count, IntPredicate stable) {
    int low = 0;
    int high = count + 1;
    while (high - low > 1) {
      int middle = (low + high) / 2;
      if (middle <= count && stable.test(middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.min(1, high / (double) count);
  }

  @Override
  public Setting sabotaged(Setting p) {
    return new Setting(p.edgeInputs(), p.shareInputs(), false);
  }

  @Override
  public List<Figure> figures(Results all) {
    return List.of(EdgeFigure.of(all));
  }
}
