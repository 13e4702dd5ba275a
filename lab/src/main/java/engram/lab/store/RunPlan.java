// SPDX-License-Identifier: Apache-2.0
package engram.lab.store;

import engram.lab.claim.Scale;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a run is going to do, written before it does anything.
///
/// @param slug the paper's
/// @param source the `.java` file or jar that the study was read from; empty for a built-in one
/// @param scale how large
/// @param seed the root of all randomness
/// @param overrides parameters that the person set, by name
/// @param experiments what is run, in order
/// @param provenance what with
public record RunPlan(
    String slug,
    String source,
    Scale scale,
    long seed,
    Map<String, String> overrides,
    List<Planned> experiments,
    Provenance provenance) {
  /// An experiment of a run.
  ///
  /// @param id the experiment's, unique in the run
  /// @param replicates how many are planned; more may follow
  /// @param parameters name and value of every parameter, in the order of the record
  public record Planned(String id, int replicates, Map<String, String> parameters) {
    /// Copies and checks.
    public Planned {
      parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
      requireName("id of an experiment", id);
      if (replicates < 1) {
        throw new IllegalArgumentException(
            "replicates of " + id + " must be at least 1, was " + replicates);
      }
    }
  }

  /// Copies and checks.
  public RunPlan {
    overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
    experiments = List.copyOf(experiments);
    requireName("slug of a run", slug);
    Set<String> ids = new HashSet<>();
    for (Planned planned : experiments) {
      if (!ids.add(planned.id())) {
        throw new IllegalArgumentException(
            "experiments of a run must differ, was " + planned.id() + " twice");
      }
    }
  }

  /// The plan of an experiment.
  ///
  /// @throws IllegalArgumentException if the run has no such experiment
  public Planned experiment(String id) {
    return experiments.stream()
        .filter(planned -> planned.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "experiment must be one of "
                    + experiments.stream().map(Planned::id).toList()
                    + ", was "
                    + id));
  }

  /// These names become names of folders.
  private static void requireName(String what, String name) {
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          what + " must be lower case words joined by hyphens, was '" + name + "'");
    }
  }
}
