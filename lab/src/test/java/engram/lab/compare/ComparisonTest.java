// SPDX-License-Identifier: Apache-2.0
package engram.lab.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.lab.claim.Scale;
import engram.lab.measure.At;
import engram.lab.measure.Entry;
import engram.lab.measure.Measure;
import engram.lab.store.Owner;
import engram.lab.store.Provenance;
import engram.lab.store.RunFolder;
import engram.lab.store.RunPlan;
import engram.lab.store.TakenReplicate;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ComparisonTest {
  private static final At GAIN = Measure.of("gain", "a gain").in("arm");
  private static final At LOSS = Measure.of("loss", "a series").in("arm");
  private static final At OTHER = Measure.of("other", "only sometimes").in("arm");

  @TempDir Path home;

  /// A run of two replicates and what a test writes into each.
  private RunFolder run(String slug, long seed, String load, String jdk, Entry[]... replicates) {
    Provenance provenance =
        new Provenance(
            "1",
            "",
            "",
            "",
            new Provenance.Computer(jdk, "cpu", "os", "scalar"),
            Map.of(),
            Map.of());
    RunFolder folder =
        RunFolder.create(
            home,
            new RunPlan(
                slug,
                "",
                Scale.SMALL,
                seed,
                Map.of(),
                List.of(new RunPlan.Planned("probe", replicates.length, Map.of("load", load))),
                provenance),
            InstantSource.system());
    try (Owner owner = folder.own()) {
      for (int i = 0; i < replicates.length; i++) {
        try (TakenReplicate taken = owner.take("probe", i).orElseThrow()) {
          for (Entry entry : replicates[i]) {
            taken.append(entry);
          }
          taken.finish(1);
        }
      }
    }
    return folder;
  }

  private static Entry[] entries(double gain, double last) {
    return new Entry[] {
      new Entry.Value(GAIN, gain), new Entry.Point(LOSS, 0, 1), new Entry.Point(LOSS, 1, last)
    };
  }

  @Test
  void equalRunsAreTheSame() {
    RunFolder a = run("p", 1, "0.5", "25", entries(1, 2), entries(3, 4));
    RunFolder b = run("p", 1, "0.5", "25", entries(1, 2), entries(3, 4));
    Sameness sameness = Sameness.of(a, b);
    assertTrue(sameness.same());
    assertEquals(2, sameness.replicates());
    assertEquals(6, sameness.entries());
    assertEquals(a.digest(), b.digest());
  }

  @Test
  void theFirstKeyThatDiffersIsNamed() {
    RunFolder a = run("p", 1, "0.5", "25", entries(1, 2), entries(3, 4));
    RunFolder b = run("p", 1, "0.5", "25", entries(1, 2), entries(3, Math.nextUp(4.0)));
    Sameness sameness = Sameness.of(a, b);
    assertFalse(sameness.same());
    assertEquals(1, sameness.differing());
    assertEquals(
        "probe, replicate 1, " + LOSS.key() + " at x = 1.0: 4.0 and 4.000000000000001",
        sameness.first().orElseThrow().toString());
  }

  @Test
  void whatOneLacksDiffers() {
    Entry extra = new Entry.Value(OTHER, 9);
    RunFolder a = run("p", 1, "0.5", "25", entries(1, 2));
    RunFolder b = run("p", 1, "0.5", "25", with(entries(1, 2), extra));
    assertEquals("nothing", Sameness.of(a, b).first().orElseThrow().left());
    assertEquals("nothing", Sameness.of(b, a).first().orElseThrow().right());
    assertEquals(List.of("probe: other in 'arm'"), Comparison.of(a, b).onlyRight());
    assertEquals(List.of("probe: other in 'arm'"), Comparison.of(b, a).onlyLeft());
  }

  private static Entry[] with(Entry[] entries, Entry extra) {
    Entry[] more = java.util.Arrays.copyOf(entries, entries.length + 1);
    more[entries.length] = extra;
    return more;
  }

  @Test
  void onlyWhatBothHaveFinishedIsCompared() {
    RunFolder a = run("p", 1, "0.5", "25", entries(1, 2), entries(3, 4));
    RunFolder b = run("p", 1, "0.5", "25", entries(1, 2));
    assertEquals(1, Sameness.of(a, b).replicates());
    assertTrue(Sameness.of(a, b).same());
    RunFolder other = run("p", 1, "0.5", "25", new Entry[0]);
    assertFalse(Sameness.of(a, other).same());
  }

  @Test
  void oneSeedIsComparedInPairs() {
    RunFolder a = run("p", 1, "0.5", "25", entries(1, 0), entries(5, 0), entries(9, 0));
    RunFolder b = run("p", 1, "0.7", "26", entries(1.1, 0), entries(5.1, 0), entries(9.1, 0));
    Comparison comparison = Comparison.of(a, b);
    assertEquals(List.of(new Changed("probe: load", "0.5", "0.7")), comparison.parameters());
    assertEquals(List.of(new Changed("JDK", "25", "26")), comparison.provenance());
    Moved gain = comparison.measures().getFirst();
    assertEquals("gain in 'arm'", gain.key());
    assertTrue(gain.paired() && gain.clearly());
    assertEquals(0.1, gain.difference().orElseThrow().middle(), 1e-12);
    assertTrue(gain.difference().orElseThrow().width() < 1e-6);
    Moved loss = comparison.measures().getLast();
    assertEquals("loss in 'arm' at x = 1", loss.key());
    assertFalse(loss.clearly());
    assertTrue(loss.equal() && !gain.equal());
  }

  @Test
  void onlyReplicatesOfOneNumberMakeAPair() {
    RunFolder a = run("p", 1, "0.5", "25", entries(1, 0), entries(5, 0), entries(900, 0));
    RunFolder b = run("p", 1, "0.7", "25", entries(1.5, 0), entries(5.5, 0));
    Moved gain = Comparison.of(a, b).measures().getFirst();
    assertTrue(gain.paired());
    assertEquals(2, gain.leftCount());
    assertEquals(3, gain.left(), 1e-12);
    assertEquals(0.5, gain.difference().orElseThrow().middle(), 1e-12);
  }

  @Test
  void seriesAreComparedAtTheLastPositionOfBoth() {
    Entry[] longer = with(entries(1, 7), new Entry.Point(LOSS, 2, 90));
    RunFolder a = run("p", 1, "0.5", "25", longer);
    RunFolder b = run("p", 2, "0.5", "25", entries(1, 9));
    Moved loss = Comparison.of(a, b).measures().getFirst();
    assertEquals("loss in 'arm' at x = 1", loss.key());
    assertEquals(7, loss.left());
    assertEquals(9, loss.right());
    Entry[] elsewhere = {new Entry.Point(LOSS, 0.5, 1)};
    Comparison none = Comparison.of(a, run("p", 1, "0.5", "25", elsewhere));
    assertEquals(
        List.of("probe: gain in 'arm'", "probe: loss in 'arm' (at no x of the other)"),
        none.onlyLeft());
  }

  @Test
  void otherSeedsAreNot() {
    RunFolder a = run("p", 1, "0.5", "25", entries(1, 0), entries(5, 0), entries(9, 0));
    RunFolder b = run("p", 2, "0.5", "25", entries(1.1, 0), entries(5.1, 0), entries(9.1, 0));
    Comparison comparison = Comparison.of(a, b);
    assertEquals(List.of(new Changed("seed", "1", "2")), comparison.parameters());
    Moved gain = comparison.measures().getFirst();
    assertFalse(gain.paired() || gain.clearly());
    assertTrue(gain.difference().orElseThrow().width() > 10);
  }

  @Test
  void differentPapersAreRefused() {
    RunFolder a = run("p", 1, "0.5", "25", entries(1, 0));
    RunFolder b = run("q", 1, "0.5", "25", entries(1, 0));
    assertEquals(
        "runs must be of one paper, was p and q",
        assertThrows(IllegalArgumentException.class, () -> Comparison.of(a, b)).getMessage());
  }
}
