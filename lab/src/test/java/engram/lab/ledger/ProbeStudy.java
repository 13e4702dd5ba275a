// SPDX-License-Identifier: Apache-2.0
package engram.lab.ledger;

import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Paper;
import engram.lab.Study;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;
import engram.lab.claim.Scale;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import engram.lab.parameter.Param;
import engram.random.RandomStream;
import java.util.List;
import java.util.Optional;

/// A study whose one experiment draws numbers near its parameter.
final class ProbeStudy implements Study {
  static final Measure GAIN = Measure.of("gain", "what is gained");
  static final Measure LEVEL = Measure.of("level", "a long series that nobody judges");
  static final Measure CLIMB = Measure.of("climb", "a long series that is judged");

  record Setting(@Param(doc = "where the numbers lie") double centre) {}

  /// The experiment, of one claim that says what a test says.
  record Probe(String says) implements Experiment<Setting> {
    @Override
    public String id() {
      return "probe";
    }

    @Override
    public Class<Setting> parameters() {
      return Setting.class;
    }

    @Override
    public Optional<Setting> at(Scale scale) {
      return Optional.of(new Setting(scale == Scale.SMALL ? 2 : 1));
    }

    @Override
    public List<Claim> claims() {
      return List.of(
          Claim.named("gains")
              .says(says)
              .published("a gain | of two", "figure 1", Known.READ)
              .expected("2, by construction")
              .passes(
                  PassLine.all(
                      PassLine.atLeast(GAIN.in("with"), 1.5),
                      new PassLine.Rising(CLIMB.in("with"), 0.5)),
                  Origin.OURS)
              .control(Control.ablation("without", PassLine.atMost(GAIN.in("without"), 1.5)))
              .build());
    }

    @Override
    public Needs needs(Setting p) {
      return Needs.cpuSeconds(0.01);
    }

    @Override
    public void run(Setting p, Trial trial) {
      RandomStream random = trial.seeds().stream("gain");
      trial.out().value(GAIN.in("with"), p.centre() + 0.01 * random.nextGaussian());
      trial.out().value(GAIN.in("without"), 0.01 * random.nextGaussian());
      for (int i = 0; i < 1000; i++) {
        trial.out().series(LEVEL.in("with"), i, i % 7);
        trial.out().series(CLIMB.in("with"), i, i);
      }
    }

    @Override
    public Setting sabotaged(Setting p) {
      return new Setting(0);
    }

    @Override
    public List<Figure> figures(Results all) {
      return List.of(
          new Figure(
              "gain",
              "The gain",
              "It is two.",
              Axis.category("arm"),
              Axis.linear("gain", "1"),
              List.of(
                  Mark.bars("gain", List.of("with"), all.values(GAIN.in("with")).subList(0, 1)))));
    }
  }

  private final String says;

  ProbeStudy() {
    this("Something is gained.");
  }

  ProbeStudy(String says) {
    this.says = says;
  }

  @Override
  public Paper paper() {
    return new Paper(
        "probe",
        99,
        new Paper.Citation("On Gains <small>", "Doe", 2020, "2001.00001"),
        Known.READ,
        "all",
        List.of(),
        List.of("Nothing."));
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(new Probe(says));
  }
}
