// SPDX-License-Identifier: Apache-2.0
package engram.paper.ska;

import engram.credit.entropic.SkaNetwork;
import engram.credit.entropic.SkaTrace;
import engram.credit.entropic.StopRule;
import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Figure;
import engram.lab.measure.Measure;
import engram.lab.measure.Notebook;
import engram.lab.measure.Results;
import java.util.List;
import java.util.Optional;

/// When knowledge flows through the paper's network on the paper's images, and whether a digit is
/// needed for that.
final class FlowTimes implements Experiment<Setting> {
  static final Measure PEAK =
      Measure.of("flow-peak-step", "step of the greatest knowledge flow; 0 where nothing flows");
  static final Measure GAP =
      Measure.of(
          "entropy-flow-gap",
          "steps between least entropy and greatest flow; all steps where nothing flows");
  static final Measure LEFT =
      Measure.of("flow-left", "flow at the last step over its peak; 1 where nothing flows");
  static final Measure CROSSING =
      Measure.of(
          "net-crossing-step",
          "step at which the Tensor Net comes up through 0; one past the last if it does not");
  static final Measure LAW_ERROR =
      Measure.of("peak-law-error", "|peak step x |mean image|^2 / 1025 - 1| for layer 1");
  static final Measure FLOW = Measure.of("flow", "knowledge flow |dZ| / eta against the step");
  static final Measure ENTROPY = new Measure("entropy", "bit", "layer entropy against the step");
  static final Measure SHIFT =
      Measure.of(
          "peak-shift",
          "greatest shift of a peak, layers 1 to 3, with the mean image alone, in steps");
  static final String MEAN_IMAGE = "mean image ";
  static final double BRIGHTER = 1.25;
  private static final double LAW = 1025;

  @Override
  public String id() {
    return "mnist-flow-times";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return Optional.of(Setting.at(scale));
  }

  @Override
  public Setting sabotaged(Setting p) {
    return p.sabotaged();
  }

  @Override
  public Needs needs(Setting p) {
    return Source.MNIST.needs(p.steps() * p.imagesPerClass() * 10 * 1.8e-3);
  }

  @Override
  public List<Claim> claims() {
    return FlowClaims.all();
  }

  @Override
  public void run(Setting p, Trial trial) {
    Batch batch = Source.MNIST.load(trial, p.imagesPerClass(), p.heldOut());
    Notebook out = trial.out();
    double[] mean = batch.mean();
    List<SkaTrace> digits = traces(p, trial, batch.images, batch.count());
    double[] twice = new double[2 * mean.length];
    double square = 0;
    for (int i = 0; i < mean.length; i++) {
      twice[i] = mean[i];
      twice[mean.length + i] = mean[i];
      square += mean[i] * mean[i];
    }
    List<SkaTrace> alone = traces(p, trial, twice, 2);
    FlowReading.write(out, "", digits);
    FlowReading.write(out, MEAN_IMAGE, alone);
    double[] bright = batch.images.clone();
    for (int i = 0; i < bright.length; i++) {
      bright[i] *= BRIGHTER;
    }
    // Layer 1 does not depend on those above, and its weights are drawn first.
    SkaNetwork first =
        SkaNetwork.random(p.network(batch.inputs).withLayers(1), trial.seeds().stream("weights"));
    List<SkaTrace> brighter =
        first.run(bright, batch.count(), new StopRule.Steps(p.steps()), p.steps());
    int shift = 0;
    for (int l = 0; l < 3; l++) {
      shift = Math.max(shift, Math.abs(FlowReading.peak(alone, l) - FlowReading.peak(digits, l)));
    }
    out.value(SHIFT.plain(), shift);
    out.value(PEAK.in("brighter layer 1"), FlowReading.peak(brighter, 0));
    out.value(LAW_ERROR.plain(), Math.abs(FlowReading.peak(digits, 0) * square / LAW - 1));
    for (SkaTrace trace : digits) {
      for (int l = 0; l < trace.layers().size(); l++) {
        out.series(FLOW.in("layer " + (l + 1)), trace.step(), trace.layer(l).flow());
        out.series(ENTROPY.in("layer " + (l + 1)), trace.step(), trace.layer(l).entropyBits());
      }
    }
  }

  private static List<SkaTrace> traces(Setting p, Trial trial, double[] images, int count) {
    return SkaNetwork.random(p.network(images.length / count), trial.seeds().stream("weights"))
        .run(images, count, new StopRule.Steps(p.steps()), p.steps());
  }

  @Override
  public List<Figure> figures(Results all) {
    return List.of(SkaFigures.flow(all), SkaFigures.entropy(all));
  }
}
