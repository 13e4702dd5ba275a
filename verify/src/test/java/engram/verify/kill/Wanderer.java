// SPDX-License-Identifier: Apache-2.0
package engram.verify.kill;

import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.measure.At;
import engram.lab.measure.Measure;
import engram.lab.parameter.Param;
import engram.random.RandomStream;
import engram.state.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A random walk that writes a point a step and can go on from any step: its state is the place,
/// the step and the position of its stream.
final class Wanderer implements Experiment<Wanderer.Walk> {
  private static final At PLACE = new Measure("place", "m", "where it is").in("walk");
  private static final At END = new Measure("end", "m", "where it ends").plain();

  /// How far it walks.
  ///
  /// @param steps of a walk
  /// @param drawsPerStep draws whose sum is a step: how long a step takes
  record Walk(
      @Param(doc = "steps of a walk", min = 1) int steps,
      @Param(doc = "draws whose sum is a step", min = 1) int drawsPerStep) {}

  @Override
  public String id() {
    return "wanderer";
  }

  @Override
  public Class<Walk> parameters() {
    return Walk.class;
  }

  @Override
  public Optional<Walk> at(Scale scale) {
    return Optional.of(new Walk(150, 3000));
  }

  @Override
  public List<Claim> claims() {
    return List.of();
  }

  @Override
  public Needs needs(Walk walk) {
    return Needs.cpuSeconds(0.1);
  }

  @Override
  public Walk sabotaged(Walk walk) {
    return walk;
  }

  @Override
  public void run(Walk walk, Trial trial) {
    RandomStream stream = trial.seeds().stream("steps");
    double place = 0;
    int step = 0;
    if (trial.resumed().isPresent()) {
      Snapshot state = trial.resumed().get().require("wanderer", 1);
      place = state.doubles("place")[0];
      step = (int) state.number("step");
      stream.seek(state.number("position"));
    }
    for (; step < walk.steps(); step++) {
      for (int i = 0; i < walk.drawsPerStep(); i++) {
        place += stream.nextGaussian();
      }
      trial.out().series(PLACE, step, place);
      if (step % 50 == 0) {
        trial.out().row("rests", Map.of("step", step));
      }
      double now = place;
      int next = step + 1;
      trial.checkpoint(
          next,
          () ->
              Snapshot.named("wanderer", 1)
                  .doubles("place", "m", new double[] {now})
                  .number("step", "1", next)
                  .number("position", "1", stream.position())
                  .build());
    }
    trial.out().value(END, place);
  }
}
