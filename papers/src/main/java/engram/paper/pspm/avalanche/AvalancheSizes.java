// SPDX-License-Identifier: Apache-2.0
package engram.paper.pspm.avalanche;

import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.measure.Notebook;
import engram.lab.measure.Results;
import engram.paper.pspm.shared.Reading;
import engram.paper.pspm.shared.Recording;
import engram.paper.pspm.shared.Setting;
import engram.random.Seeds;
import engram.spiking.replay.RecurrentWeights;
import java.util.List;
import java.util.Optional;

/// Avalanches of trained nets on twenty times as many fresh steps as were recorded, beside those of
/// the net that was recorded: g = .1, where recurrence shapes avalanches.
public final class AvalancheSizes implements Experiment<Setting> {
  static final String HOMEOSTASIS = "homeostasis";
  static final String LOCAL = "local";
  static final String BOTH = "both";
  static final String RANDOM = "random weights";
  static final String NONE = "no recurrence";
  private static final String REFERENCE = "reference";
  private static final List<String> ARMS = List.of(HOMEOSTASIS, LOCAL, BOTH, RANDOM, NONE);
  private static final int LONGER = 20;

  @Override
  public String id() {
    return "avalanche-sizes";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return Optional.of(
        switch (scale) {
          case SMOKE -> Setting.smoke(0.1);
          case SMALL -> Setting.small(0.1);
          case FULL -> Setting.full(0.01);
        });
  }

  @Override
  public List<Claim> claims() {
    return List.of(AvalancheClaims.homeostasisLearnsAvalanches());
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(4 * p.epochSeconds() * p.epochs());
  }

  @Override
  public Setting sabotaged(Setting p) {
    return p.sabotaged();
  }

  @Override
  public void run(Setting p, Trial trial) {
    Notebook out = trial.out();
    Seeds seeds = trial.seeds();
    Recording recording = Recording.of(p, p.steps(), LONGER * p.steps(), seeds);
    RecurrentWeights rates =
        recording.trained(p.homeostatic(), p.epochs(), seeds, out, HOMEOSTASIS).last();
    double trained = write(out, HOMEOSTASIS, recording, rates);
    write(
        out, LOCAL, recording, recording.trained(p.local(), p.epochs(), seeds, out, LOCAL).best());
    write(out, BOTH, recording, recording.trained(p.both(), p.epochs(), seeds, out, BOTH).best());
    double untrained = write(out, RANDOM, recording, recording.first());
    write(out, NONE, recording, recording.none());
    AvalancheReading.write(out, REFERENCE, recording.fresh().target(), recording.fresh().target());
    AvalancheReading.excess(out, HOMEOSTASIS, trained, untrained);
  }

  private static double write(
      Notebook out, String arm, Recording recording, RecurrentWeights weights) {
    Reading.arm(out, arm, recording, weights);
    return AvalancheReading.write(out, arm, recording.fresh().target(), recording.onFresh(weights));
  }

  @Override
  public List<Figure> figures(Results all) {
    return List.of(
        new Figure(
            "avalanche-sizes",
            "Share of avalanches of a size or more",
            "The net with right rates lies on the reference; avalanches of the local rule's net are"
                + " larger.",
            Axis.log("size", "spikes"),
            Axis.log("share", "1"),
            List.of(
                Reading.line(REFERENCE, all, AvalancheReading.SURVIVAL.in(REFERENCE)),
                Reading.line(NONE, all, AvalancheReading.SURVIVAL.in(NONE)).asControl(),
                Reading.line(LOCAL, all, AvalancheReading.SURVIVAL.in(LOCAL)),
                Reading.line(HOMEOSTASIS, all, AvalancheReading.SURVIVAL.in(HOMEOSTASIS)))),
        new Figure(
            "avalanche-distance",
            "Distance of avalanche sizes to the reference's",
            "Homeostasis alone is nearest; the local rule is further away than where it began.",
            Axis.category("arm"),
            Axis.linear("KS distance", "1"),
            List.of(
                Reading.bars("trained", all, AvalancheReading.SIZES, ARMS.subList(0, 3)),
                Reading.bars("controls", all, AvalancheReading.SIZES, ARMS.subList(3, 5))
                    .asControl())));
  }
}
