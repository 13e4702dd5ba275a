// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.lab.Experiment;
import engram.lab.Study;
import engram.lab.claim.Scale;
import engram.lab.store.RunFolder;
import engram.lab.store.Runs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Equal seeds give equal digests: for one and for two workers, in the scalar and in the vector
/// form of the kernel, through the command line and the stored runs that it leaves. One cheap
/// experiment of each study a time, another one each day: see [Rotation].
final class SameBitsTest {
  private static final double CHEAP_SECONDS = 3;

  @TempDir Path folder;

  private Map<String, String> expected = Map.of();

  @BeforeEach
  void runInThisProcess() {
    Path home = folder.resolve("here");
    Engram.Did did = Engram.alone(home).run(check("--workers", "1"));
    assertEquals(0, did.code(), did::toString);
    expected = digests(home);
    assertEquals(targets().size(), expected.size(), did::toString);
  }

  @Test
  void twoWorkersMeasureTheSame() {
    Path home = folder.resolve("two");
    Engram.Did did = Engram.alone(home).run(check("--workers", "2"));
    assertEquals(0, did.code(), did::toString);
    assertEquals(expected, digests(home));
  }

  @Test
  void scalarAndVectorFormsMeasureTheSame() throws Exception {
    List<EngramProcess> processes = new ArrayList<>();
    List<String> forms = List.of("scalar", "256");
    for (String form : forms) {
      List<String> arguments = new ArrayList<>(Arrays.asList(check("--workers", "1")));
      arguments.addAll(List.of("--home", folder.resolve(form).toString()));
      processes.add(
          EngramProcess.java(
              folder,
              List.of("--add-modules", "jdk.incubator.vector", "-Dengram.kernel=" + form),
              arguments.toArray(String[]::new)));
    }
    for (int i = 0; i < forms.size(); i++) {
      Engram.Did did = processes.get(i).join();
      assertEquals(0, did.code(), did::toString);
      assertEquals(expected, digests(folder.resolve(forms.get(i))), forms.get(i));
      RunFolder run = Runs.list(folder.resolve(forms.get(i))).getFirst().run().orElseThrow();
      assertTrue(
          run.plan().provenance().computer().kernel().contains(forms.get(i)),
          run.plan().provenance()::toString);
    }
  }

  private static String[] check(String... options) {
    List<String> words = new ArrayList<>(List.of("check"));
    words.addAll(targets());
    words.addAll(List.of("--scale", "smoke", "--replicates", "2", "--quiet"));
    words.addAll(Arrays.asList(options));
    return words.toArray(String[]::new);
  }

  private static List<String> targets() {
    List<String> targets = new ArrayList<>();
    for (Study study : Studies.all()) {
      List<String> cheap =
          study.experiments().stream()
              .filter(SameBitsTest::isCheap)
              .map(e -> study.paper().slug() + "/" + e.id())
              .toList();
      if (!cheap.isEmpty()) {
        targets.add(Rotation.ofTheDay().some(cheap, id -> id, cheap.size()).getFirst());
      }
    }
    return targets;
  }

  private static <P extends Record> boolean isCheap(Experiment<P> experiment) {
    return experiment
        .at(Scale.SMOKE)
        .map(experiment::needs)
        .filter(n -> n.cpuSeconds() < CHEAP_SECONDS)
        .filter(n -> n.dataSets().stream().allMatch(d -> Studies.data().named(d).isBuiltIn()))
        .isPresent();
  }

  /// The digest of each run by its paper and experiments.
  private static Map<String, String> digests(Path home) {
    Map<String, String> digests = new TreeMap<>();
    for (Runs.Listed listed : Runs.list(home)) {
      RunFolder run = listed.run().orElseThrow();
      digests.put(run.plan().slug() + "/" + run.plan().experiments().getFirst().id(), run.digest());
    }
    return digests;
  }
}
