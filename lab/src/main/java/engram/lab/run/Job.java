// SPDX-License-Identifier: Apache-2.0
package engram.lab.run;

import engram.lab.Experiment;
import engram.lab.claim.Scale;
import engram.lab.parameter.Parameters;
import engram.lab.store.RunPlan;
import java.util.LinkedHashMap;
import java.util.Map;

/// An experiment with the parameters and the number of replicates that a run gives it.
///
/// @param experiment what is run
/// @param parameters its parameters
/// @param replicates how many replicates, from number 0
public record Job<P extends Record>(Experiment<P> experiment, P parameters, int replicates) {
  /// Checks.
  public Job {
    if (replicates < 1) {
      throw new IllegalArgumentException(
          "replicates of " + experiment.id() + " must be at least 1, was " + replicates);
    }
  }

  /// An experiment at a scale, with some parameters changed.
  ///
  /// @param overrides new values by the parameters' names
  /// @throws IllegalArgumentException if there is no such scale, or a value is refused
  public static <P extends Record> Job<P> of(
      Experiment<P> experiment, Scale scale, Map<String, String> overrides, int replicates) {
    P usual =
        experiment
            .at(scale)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "scale must be one that " + experiment.id() + " has, was " + scale));
    return new Job<>(experiment, Parameters.with(usual, overrides), replicates);
  }

  /// The job that a run folder has planned; an experiment that now has another set of parameters is
  /// refused by the name of the one that it lacks.
  public static <P extends Record> Job<P> restore(
      Experiment<P> experiment, Scale scale, RunPlan.Planned planned) {
    Job<P> usual = of(experiment, scale, Map.of(), planned.replicates());
    Map<String, String> changed = new LinkedHashMap<>(planned.parameters());
    Parameters.values(usual.parameters).forEach(changed::remove);
    return new Job<>(experiment, Parameters.with(usual.parameters, changed), planned.replicates());
  }

  /// What a run folder keeps of it.
  public RunPlan.Planned planned() {
    return new RunPlan.Planned(experiment.id(), replicates, Parameters.values(parameters));
  }
}
