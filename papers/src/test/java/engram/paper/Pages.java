// SPDX-License-Identifier: Apache-2.0
package engram.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.data.DataPlaces;
import engram.data.DataSets;
import engram.lab.Experiment;
import engram.lab.Study;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.judge.Finding;
import engram.lab.judge.Judge;
import engram.lab.judge.Verdict;
import engram.lab.measure.Results;
import engram.lab.run.InMemory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the test of each paper asks of all its pages, at a scale that the build can pay. Pages
/// whose data are not on the machine are left out here; that they are missed is said by
/// `StudiesTest`.
///
/// @param study the paper's study
public record Pages(Study study) {
  private static DataSets data() {
    Path home = DataPlaces.home(System.getenv(), Path.of(System.getProperty("user.home")));
    Optional<Path> checkout = Optional.of(Path.of("..").toAbsolutePath().normalize());
    return DataSets.known(DataPlaces.usual(Optional.empty(), System.getenv(), home, checkout));
  }

  /// Whether all that a page needs is on this machine.
  public static <P extends Record> boolean hasData(Experiment<P> page) {
    P p = page.at(Scale.SMOKE).orElseThrow();
    return page.needs(p).dataSets().stream().allMatch(data()::isPresent);
  }

  /// One replicate at smoke.
  public <P extends Record> Results smoke(Experiment<P> page) {
    return run(page, page.at(Scale.SMOKE).orElseThrow(), 1);
  }

  /// Replicates with given parameters.
  public <P extends Record> Results run(Experiment<P> page, P p, int replicates) {
    return InMemory.run(study.paper().slug(), page, p, replicates, 42, data()::locate);
  }

  /// A replicate at smoke that is cut at any of its checkpoints and goes on from there measures
  /// what one measures that was left alone.
  ///
  /// @param least checkpoints that it must have
  public <P extends Record> void cutMeasuresTheSame(Experiment<P> page, int least) {
    P p = page.at(Scale.SMOKE).orElseThrow();
    CutTrial whole = CutTrial.whole(data()::locate);
    page.run(p, whole);
    assertTrue(whole.offered() >= least, page.id());
    for (int cut = 1; cut <= whole.offered(); cut++) {
      CutTrial first = CutTrial.cutAt(cut, data()::locate);
      assertThrows(CutTrial.Cut.class, () -> page.run(p, first));
      CutTrial second = first.goingOn();
      page.run(p, second);
      assertEquals(whole.entries(), second.entries(), page.id() + " cut at " + cut);
    }
  }

  private List<Experiment<?>> here() {
    List<Experiment<?>> here = new ArrayList<>(study.experiments());
    here.removeIf(page -> !hasData(page));
    return here;
  }

  /// Every key that a claim or a control names is written, and every page is drawn.
  public void everyClaimFindsWhatItIsJudgedBy() {
    for (Experiment<?> page : here()) {
      Results results = smoke(page);
      for (Claim claim : page.claims()) {
        findings(Judge.judgeAtAnyScale(claim, results))
            .forEach(
                finding -> assertEquals(1, finding.replicates() + finding.diverged(), claim.id()));
      }
      assertFalse(page.figures(results).isEmpty(), page.id());
    }
  }

  private static Stream<Finding> findings(Verdict verdict) {
    return Stream.concat(
        verdict.findings().stream(),
        verdict.controls().stream().flatMap(control -> control.findings().stream()));
  }

  /// How many claims all pages have.
  public int claims() {
    return study.experiments().stream().mapToInt(page -> page.claims().size()).sum();
  }

  /// The same seed gives the same measurements.
  public void oneSeedGivesOneDigest() {
    for (Experiment<?> page : here()) {
      assertEquals(
          smoke(page).replicates().getFirst().digest(),
          smoke(page).replicates().getFirst().digest(),
          page.id());
    }
  }

  /// With the mechanism taken out no claim plainly holds.
  public void sabotagedNothingPlainlyHolds(int replicates) {
    for (Experiment<?> page : here()) {
      Results broken = sabotaged(page, replicates);
      for (Claim claim : page.claims()) {
        assertFalse(Judge.judgeAtAnyScale(claim, broken).plainlyHolds(), claim.id());
      }
    }
  }

  private <P extends Record> Results sabotaged(Experiment<P> page, int replicates) {
    return run(page, page.sabotaged(page.at(Scale.SMOKE).orElseThrow()), replicates);
  }
}
