// SPDX-License-Identifier: Apache-2.0
package engram.paper.ska;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import engram.credit.entropic.SkaRule;
import engram.data.DataPlaces;
import engram.data.DataSets;
import engram.lab.Experiment;
import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.PassLine;
import engram.lab.claim.Scale;
import engram.lab.measure.At;
import engram.lab.measure.Results;
import engram.lab.run.InMemory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SkaTest {
  private static DataSets dataSets() {
    Map<String, String> environment = System.getenv();
    Path home = DataPlaces.home(environment, Path.of(System.getProperty("user.home")));
    Optional<Path> checkout = Optional.of(Path.of("..").toAbsolutePath().normalize());
    return DataSets.known(DataPlaces.usual(Optional.empty(), environment, home, checkout));
  }

  private static <P extends Record> Results run(Experiment<P> experiment, P parameters) {
    return InMemory.run("ska", experiment, parameters, 1, 42, dataSets()::locate);
  }

  private static <P extends Record> P smoke(Experiment<P> experiment) {
    return experiment.at(Scale.SMOKE).orElseThrow();
  }

  private static List<At> keys(PassLine line) {
    return switch (line) {
      case PassLine.Between l -> List.of(l.of());
      case PassLine.Near l -> List.of(l.of());
      case PassLine.Gain l -> List.of(l.of(), l.over());
      case PassLine.Rising l -> List.of(l.series());
      case PassLine.Count l -> List.of(l.of());
      case PassLine.Same l -> List.of(l.left(), l.right());
      case PassLine.All l -> l.parts().stream().flatMap(part -> keys(part).stream()).toList();
    };
  }

  private static void writesWhatItsClaimsRead(Experiment<?> experiment, Results results) {
    for (Claim claim : experiment.claims()) {
      List<At> read = new ArrayList<>(keys(claim.line()));
      for (Control control : claim.controls()) {
        read.addAll(keys(control.line()));
      }
      for (At key : read) {
        assertTrue(
            results.value(0, key).isPresent() || !results.divergence(0, key).isEmpty(),
            experiment.id() + " must write " + key);
      }
    }
    assertFalse(experiment.figures(results).isEmpty());
  }

  private static <P extends Record> void runsTwiceAlike(Experiment<P> experiment) {
    Results once = run(experiment, smoke(experiment));
    writesWhatItsClaimsRead(experiment, once);
    assertEquals(
        once.replicates().getFirst().digest(),
        run(experiment, smoke(experiment)).replicates().getFirst().digest(),
        experiment.id());
    writesWhatItsClaimsRead(experiment, run(experiment, experiment.sabotaged(smoke(experiment))));
  }

  @Test
  void digitsWriteWhatTheirClaimsReadAndRepeat() {
    runsTwiceAlike(new Collapse(Source.DIGITS));
    runsTwiceAlike(new TimeInvariance());
  }

  @Test
  void mnistWritesWhatItsClaimsReadAndRepeats() {
    assumeTrue(dataSets().isPresent("mnist"), "data set mnist is not on this machine");
    runsTwiceAlike(new Collapse(Source.MNIST));
    runsTwiceAlike(new FlowTimes());
  }

  /// Without learning nothing flows, and every measure says so.
  @Test
  void fixedWeightsShowNoFlowAndNoCollapse() {
    Collapse digits = new Collapse(Source.DIGITS);
    Setting p = digits.sabotaged(smoke(digits));
    assertEquals(SkaRule.FIXED, p.rule());
    Results results = run(digits, p);
    for (int l = 1; l <= Collapse.LAYERS; l++) {
      assertEquals(
          results.value(0, Collapse.ACCURACY.in("untrained layer " + l)),
          results.value(0, Collapse.ACCURACY.in("trained layer " + l)));
    }
    TimeInvariance times = new TimeInvariance();
    Results still = run(times, times.sabotaged(smoke(times)));
    assertEquals(
        "weights stay: there is no trajectory",
        still.divergence(0, TimeInvariance.DEVIATION.in("eta .020 layer 1")));
  }

  @Test
  void deviationComparesEqualTimes() {
    double[] fine = {0, 1, 2, 3, 4, 5};
    assertEquals(0, Trajectories.deviation(new double[] {0, 2, 4}, fine, 2));
    assertEquals(0.2, Trajectories.deviation(new double[] {0, 3, 4}, fine, 2), 1e-15);
  }

  @Test
  void batchTakesItsMeanAway() {
    Batch batch = new Batch(DataSets.digits(), new int[] {0, 1}, DataSets.digits(), new int[] {2});
    double[] centred = Batch.less(batch.images, batch.mean());
    for (int i = 0; i < batch.inputs; i++) {
      assertEquals(0, centred[i] + centred[batch.inputs + i], 1e-15);
    }
  }
}
