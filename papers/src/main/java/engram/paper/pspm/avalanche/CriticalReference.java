// SPDX-License-Identifier: Apache-2.0
package engram.paper.pspm.avalanche;

import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.measure.Measure;
import engram.lab.measure.Notebook;
import engram.lab.measure.Results;
import engram.paper.pspm.shared.Reading;
import engram.random.Seeds;
import engram.signal.spike.SpikeRaster;
import java.util.List;
import java.util.Optional;

/// The claim of the paper's first version: deterministic nets learn from probabilistic ones that
/// are below, at and above their critical point.
public final class CriticalReference implements Experiment<CriticalSetting> {
  static final double CRITICAL = 1;
  static final List<Double> RADII = List.of(0.9, CRITICAL, 1.1);
  static final Measure BRANCHING =
      Measure.of("descendants-learned", "descendants over the reference's largest eigenvalue");
  static final String REFERENCE = "reference";
  static final String HOMEOSTASIS = "homeostasis";
  static final String LOCAL = "local";
  static final String UNTRAINED = "untrained";
  static final String NONE = "no recurrence";

  /// An arm at a largest eigenvalue of the reference's weights.
  static String at(String arm, double radius) {
    return arm + ", radius " + radius;
  }

  @Override
  public String id() {
    return "critical-reference";
  }

  @Override
  public Class<CriticalSetting> parameters() {
    return CriticalSetting.class;
  }

  @Override
  public Optional<CriticalSetting> at(Scale scale) {
    return Optional.of(
        switch (scale) {
          case SMOKE -> new CriticalSetting(60, 500, 10, 1e-3, 0.8, false);
          case SMALL -> new CriticalSetting(200, 5000, 300, 2e-4, 0.8, false);
          case FULL -> new CriticalSetting(200, 20_000, 1000, 2e-4, 0.8, false);
        });
  }

  @Override
  public List<Claim> claims() {
    return List.of(AvalancheClaims.criticalReference());
  }

  @Override
  public Needs needs(CriticalSetting p) {
    return Needs.cpuSeconds(3e-8 * p.neurons() * p.steps() * p.epochs());
  }

  @Override
  public CriticalSetting sabotaged(CriticalSetting p) {
    return p.sabotaged();
  }

  @Override
  public void run(CriticalSetting p, Trial trial) {
    for (double radius : RADII) {
      run(p, radius, trial.seeds(), trial.out());
    }
  }

  private static void run(CriticalSetting p, double radius, Seeds seeds, Notebook out) {
    Pupil pupil = Pupil.of(p, radius, seeds);
    String rates = at(HOMEOSTASIS, radius);
    pupil.write(out, at(REFERENCE, radius), pupil.reference().spikes());
    double untrained = pupil.write(out, at(UNTRAINED, radius), pupil.replay(pupil.first()));
    pupil.write(out, at(NONE, radius), pupil.replay(pupil.none()));
    SpikeRaster found =
        pupil.replay(pupil.trained(p.homeostatic(), p.epochs(), seeds, rates).last());
    double trained = pupil.write(out, rates, found);
    if (radius == CRITICAL) {
      String local = at(LOCAL, radius);
      pupil.write(
          out, local, pupil.replay(pupil.trained(p.local(), p.epochs(), seeds, local).best()));
    }
    AvalancheReading.excess(out, rates, trained, untrained);
    out.series(BRANCHING.in(HOMEOSTASIS), radius, AvalancheReading.descendants(found));
    out.series(
        BRANCHING.in(REFERENCE), radius, AvalancheReading.descendants(pupil.reference().spikes()));
  }

  @Override
  public List<Figure> figures(Results all) {
    String reference = at(REFERENCE, CRITICAL);
    String rates = at(HOMEOSTASIS, CRITICAL);
    String untrained = at(UNTRAINED, CRITICAL);
    return List.of(
        new Figure(
            "critical-sizes",
            "Share of avalanches of a size or more, critical reference",
            "The reference falls as a power; of the deterministic nets most avalanches are one"
                + " spike, the others bursts of the whole net.",
            Axis.log("size", "spikes"),
            Axis.log("share", "1"),
            List.of(
                Reading.line("reference", all, AvalancheReading.SURVIVAL.in(reference)),
                Reading.line("untrained", all, AvalancheReading.SURVIVAL.in(untrained)).asControl(),
                Reading.line("homeostasis", all, AvalancheReading.SURVIVAL.in(rates)))),
        new Figure(
            "branching",
            "Descendants of a spike, over the reference's largest eigenvalue",
            "Trained nets branch as the reference does up to its critical point; above it they fall"
                + " silent or never stop.",
            Axis.linear("largest eigenvalue", "1"),
            Axis.linear("descendants", "1"),
            List.of(
                Reading.line("reference", all, BRANCHING.in(REFERENCE)),
                Reading.line("homeostasis", all, BRANCHING.in(HOMEOSTASIS)))));
  }
}
