// SPDX-License-Identifier: Apache-2.0
package engram.verify.kill;

import engram.lab.claim.Scale;
import engram.lab.run.Job;
import engram.lab.run.RunEvent;
import engram.lab.run.Runner;
import engram.lab.run.Setting;
import engram.lab.store.Provenance;
import engram.lab.store.RunFolder;
import engram.lab.store.RunPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Runs what is missing of a folder, with two workers and a checkpoint every few milliseconds, and
/// says on its standard output what it began and what it finished.
final class Forked {
  static final int REPLICATES = 5;

  private Forked() {}

  /// Runs the folder that is named.
  ///
  /// @param args the run folder
  public static void main(String[] args) {
    run(RunFolder.open(Path.of(args[0])));
  }

  static void run(RunFolder folder) {
    Setting setting =
        new Setting(
            2,
            Path::of,
            InstantSource.system(),
            Forked::say,
            Duration.ofMillis(5),
            Duration.ofMillis(100));
    new Runner(folder, List.of(job()), setting).run().throwFailure();
  }

  static RunFolder folder(Path home) {
    Provenance provenance =
        new Provenance("0", "", "", "", Provenance.Computer.here("scalar"), Map.of(), Map.of());
    RunPlan plan =
        new RunPlan("probe", "", Scale.SMOKE, 42, Map.of(), List.of(job().planned()), provenance);
    return RunFolder.create(home, plan, InstantSource.system());
  }

  static Process start(RunFolder folder, Path log) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            Forked.class.getName(),
            folder.path().toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  static long said(Path log, String beginning) throws IOException {
    try (var lines = Files.lines(log)) {
      return lines.filter(line -> line.startsWith(beginning)).count();
    }
  }

  private static Job<Wanderer.Walk> job() {
    return Job.of(new Wanderer(), Scale.SMOKE, Map.of(), REPLICATES);
  }

  private static void say(RunEvent event) {
    switch (event) {
      case RunEvent.Started s ->
          System.out.println((s.resumed() ? "resumed " : "began ") + s.replicate());
      case RunEvent.ReplicateFinished f -> System.out.println("finished " + f.replicate());
      case RunEvent.CheckpointRefused c -> System.out.println("refused " + c.why());
      case RunEvent.Failed f -> System.out.println("failed " + f.cause());
      case RunEvent.Progressed _, RunEvent.ExperimentFinished _ -> {}
    }
  }
}
