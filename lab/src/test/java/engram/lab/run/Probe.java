// SPDX-License-Identifier: Apache-2.0
package engram.lab.run;

import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.parameter.Param;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// An experiment whose body a test brings.
record Probe(String id, Consumer<Trial> body) implements Experiment<Probe.Settings> {
  record Settings(@Param(doc = "how many steps", min = 1) int steps) {}

  Probe(Consumer<Trial> body) {
    this("probe", body);
  }

  @Override
  public Class<Settings> parameters() {
    return Settings.class;
  }

  @Override
  public Optional<Settings> at(Scale scale) {
    return Optional.of(new Settings(1));
  }

  @Override
  public List<Claim> claims() {
    return List.of();
  }

  @Override
  public Needs needs(Settings settings) {
    return Needs.cpuSeconds(0.1);
  }

  @Override
  public void run(Settings settings, Trial trial) {
    body.accept(trial);
  }

  @Override
  public Settings sabotaged(Settings settings) {
    return settings;
  }
}
