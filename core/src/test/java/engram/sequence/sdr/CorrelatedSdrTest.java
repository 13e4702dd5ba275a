// SPDX-License-Identifier: Apache-2.0
package engram.sequence.sdr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Correlation of small data sets by hand, and of the generator against independent inputs.
@FromPaper(value = "sdr", at = "spec 8")
final class CorrelatedSdrTest {
  @Test
  void correlationOfSmallSetsIsPearsons() {
    Sdr first = Sdr.of(6, 0, 1);
    Sdr second = Sdr.of(6, 2, 3);
    assertEquals(1, SdrCorrelation.ofCoactive(List.of(first, second)), 1e-15);
    // Cells 0 and 1 in 4 inputs: 11, 10, 01, 00 are independent.
    List<Sdr> independent = List.of(first, Sdr.of(6, 0), Sdr.of(6, 1), Sdr.of(6));
    assertEquals(0, SdrCorrelation.ofCoactive(independent), 1e-15);
    // 11, 10, 00: p(ij) = 1/3, p(i) = 2/3, p(j) = 1/3: (1/3 - 2/9) / (2/9) = 1/2.
    List<Sdr> nested = List.of(first, Sdr.of(6, 0), Sdr.of(6));
    assertEquals(0.5, SdrCorrelation.ofCoactive(nested), 1e-15);
    assertEquals(0, SdrCorrelation.ofCoactive(List.of(Sdr.of(6))));
  }

  @Test
  void clustersComeWholeAndRaiseTheCorrelation() {
    long seed = 21;
    RandomStream random = Seeds.of(seed).stream("clusters");
    var clustered = new CorrelatedSdrGenerator(500, List.of(8), random);
    var single = new CorrelatedSdrGenerator(500, List.of(1), random);
    assertTrue(clustered.clusters().size() >= 500 / 8 && clustered.clusters().size() <= 1500 / 8);
    List<Sdr> inputs = Stream.generate(() -> clustered.next(33, random)).limit(800).toList();
    for (Sdr input : inputs) {
      assertEquals(33, input.size());
      long whole = clustered.clusters().stream().filter(c -> c.overlap(input) == 8).count();
      assertTrue(whole >= 3, "seed " + seed + ": " + whole + " whole clusters");
    }
    List<Sdr> loose = Stream.generate(() -> single.next(33, random)).limit(800).toList();
    assertTrue(
        SdrCorrelation.ofCoactive(inputs) > 2 * SdrCorrelation.ofCoactive(loose), "seed " + seed);
  }

  @Test
  void fillsAnInputOfAnySize() {
    RandomStream random = Seeds.of(22).stream("sizes");
    var generator = new CorrelatedSdrGenerator(40, List.of(2, 9), random);
    for (int active = 0; active <= 40; active++) {
      assertEquals(active, generator.next(active, random).size());
    }
  }

  private static void refuses(String message, Runnable call) {
    var refused = assertThrows(IllegalArgumentException.class, call::run);
    assertEquals(message, refused.getMessage());
  }

  @Test
  void refusesWhatIsNoGenerator() {
    RandomStream random = Seeds.of(1).stream("bad");
    refuses(
        "clusterSizes must be not empty, was []",
        () -> new CorrelatedSdrGenerator(9, List.of(), random));
    refuses(
        "clusterSizes must be 1 or more, was 0",
        () -> new CorrelatedSdrGenerator(9, List.of(0), random));
    refuses(
        "size must be in [0, population = 9], was 10",
        () -> new CorrelatedSdrGenerator(9, List.of(10), random));
    refuses(
        "active must be in [0, population = 9], was 10",
        () -> new CorrelatedSdrGenerator(9, List.of(2), random).next(10, random));
    refuses("inputs must be not empty, was []", () -> SdrCorrelation.ofCoactive(List.of()));
  }
}
