// SPDX-License-Identifier: Apache-2.0
package engram.cli.run;

import engram.lab.Experiment;
import engram.lab.Study;
import engram.lab.claim.Claim;
import java.util.List;
import java.util.Optional;

/// What a person asked to check: a study, or one claim or experiment of it.
///
/// @param study the study
/// @param experiments the experiments that are run for it
/// @param claim the one claim that was asked for; empty for all
/// @param source the `.java` file that the study came from; empty for a built-in one
public record Selection(
    Study study, List<Experiment<?>> experiments, Optional<String> claim, String source) {
  /// Copies.
  public Selection {
    experiments = List.copyOf(experiments);
  }

  /// The whole study.
  public static Selection whole(Study study, String source) {
    return new Selection(study, study.experiments(), Optional.empty(), source);
  }

  /// The claims of an experiment that were asked for.
  public List<Claim> claims(Experiment<?> experiment) {
    return experiment.claims().stream()
        .filter(c -> claim.isEmpty() || claim.get().equals(c.id()))
        .toList();
  }

  /// What one types to ask for this again.
  public String target() {
    String base = source.isEmpty() ? study.paper().slug() : source;
    if (claim.isPresent()) {
      return base + "/" + claim.get();
    }
    return experiments.size() == 1 && study.experiments().size() > 1
        ? base + "/" + experiments.getFirst().id()
        : base;
  }
}
