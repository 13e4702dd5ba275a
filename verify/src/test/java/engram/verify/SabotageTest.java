// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.lab.Experiment;
import engram.lab.claim.Claim;
import engram.lab.judge.Judge;
import engram.lab.judge.Verdict;
import engram.lab.measure.Results;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Takes the mechanism out of each experiment, at smoke, with as many replicates as its claims ask
/// for: no claim may plainly hold then.
///
/// That alone would be passed by a claim that no run could decide. So the intact experiment is
/// judged at the same settings too, and taking the mechanism out must change something: at least
/// one claim of the experiment must be judged otherwise than intact. Where smoke is too small for
/// that (no claim plainly holds intact either), the experiment is reported as undecided at smoke,
/// which is said and does not count as a kill; its paper's own test at a larger setting has to show
/// it.
///
/// A third of the experiments is asked a time: see [Rotation].
final class SabotageTest {
  static List<Studies.Owned> experiments() {
    return Rotation.ofTheDay().some(Studies.experiments(), Studies.Owned::id, 3);
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void noClaimHoldsWithoutItsMechanism(Studies.Owned owned, TestReporter reporter) {
    compare(owned, owned.experiment(), reporter);
  }

  private static <P extends Record> void compare(
      Studies.Owned owned, Experiment<P> experiment, TestReporter reporter) {
    P intactParameters = Studies.smokeParameters(experiment);
    assertFalse(
        experiment.sabotaged(intactParameters).equals(intactParameters),
        owned.id() + " must be changed by sabotage, was not");
    int replicates = experiment.claims().stream().mapToInt(Claim::replicates).max().orElse(1);
    Results without = Studies.smoke(owned.slug(), experiment, experiment::sabotaged, replicates);
    Results intact = Studies.smoke(owned.slug(), experiment, UnaryOperator.identity(), replicates);
    StringBuilder table = new StringBuilder();
    boolean standsIntact = false;
    boolean changed = false;
    for (Claim claim : experiment.claims()) {
      Verdict broken = Judge.judgeAtAnyScale(claim, without);
      Verdict whole = Judge.judgeAtAnyScale(claim, intact);
      table.append(
          "  %-40s intact %-14s sabotaged %s%n".formatted(claim.id(), words(whole), words(broken)));
      assertFalse(
          broken.plainlyHolds(),
          owned.id() + ": " + claim.id() + " plainly holds with its mechanism taken out");
      standsIntact |= whole.plainlyHolds();
      changed |= !words(whole).equals(words(broken));
    }
    reporter.publishEntry(owned.id(), table.toString());
    if (standsIntact) {
      assertTrue(changed, owned.id() + ": sabotage changes no verdict\n" + table);
    } else {
      reporter.publishEntry(owned.id(), "undecided at smoke: no claim plainly holds intact");
    }
  }

  private static String words(Verdict verdict) {
    return verdict.explainedAway()
        ? "holds, but"
        : verdict.outcome().name().toLowerCase(Locale.ROOT);
  }
}
