// SPDX-License-Identifier: Apache-2.0
package engram.lab.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.error.NumericalException;
import engram.error.RunFolderException;
import engram.lab.Progress;
import engram.lab.Trial;
import engram.lab.claim.Scale;
import engram.lab.measure.At;
import engram.lab.measure.Measure;
import engram.lab.store.Provenance;
import engram.lab.store.ReplicateState;
import engram.lab.store.RunFolder;
import engram.lab.store.RunPlan;
import engram.random.RandomStream;
import engram.state.Snapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RunnerTest {
  private static final At SUM = Measure.of("sum", "sum of draws").plain();
  private static final At PATH = new Measure("path", "mV", "the sum on its way").in("walk");
  private static final int STEPS = 40;

  @TempDir Path home;

  private final List<RunEvent> events = new ArrayList<>();

  @Test
  void storesWhatMemoryWouldHold() {
    RunFolder folder = folder(3);
    RunSummary summary = runner(folder, RunnerTest::walk, 3, 1).run();
    assertEquals(3, summary.finished());
    assertEquals(
        InMemory.run("probe", new Probe(RunnerTest::walk), new Probe.Settings(1), 3, 42)
            .replicates(),
        folder.results("probe").replicates());
    assertEquals(3, folder.results("probe").count());
  }

  @Test
  void measuresTheSameWithOneAndTwoWorkers() {
    RunFolder one = folder(6);
    RunFolder two = folder(6);
    runner(one, RunnerTest::walk, 6, 1).run();
    runner(two, RunnerTest::walk, 6, 2).run();
    assertEquals(one.digest(), two.digest());
    assertEquals(one.digest("probe"), RunFolder.open(two.path()).digest("probe"));
  }

  @Test
  void tellsWhatHappensInOrder() {
    RunFolder folder = folder(2);
    runner(
            folder,
            trial -> {
              Progress progress = trial.progress("counting", 4);
              progress.at(1);
              progress.at(2);
            },
            2,
            1)
        .run();
    String nothing = folder.finished("probe").getFirst().digest();
    assertEquals(
        List.of(
            new RunEvent.Started("probe", 0, false),
            new RunEvent.Progressed("probe", 0, "counting", 0.25),
            new RunEvent.Progressed("probe", 0, "counting", 0.5),
            new RunEvent.ReplicateFinished("probe", 0, 0, nothing),
            new RunEvent.Started("probe", 1, false),
            new RunEvent.Progressed("probe", 1, "counting", 0.25),
            new RunEvent.Progressed("probe", 1, "counting", 0.5),
            new RunEvent.ReplicateFinished("probe", 1, 0, nothing),
            new RunEvent.ExperimentFinished("probe", 2)),
        events.stream().map(RunnerTest::withoutTime).toList());
  }

  @Test
  void leavesOutProgressThatComesTooSoon() {
    RunFolder folder = folder(1);
    Setting slow =
        new Setting(
            1,
            Path::of,
            InstantSource.fixed(Instant.EPOCH),
            events::add,
            Duration.ofSeconds(10),
            Duration.ofMillis(100));
    new Runner(
            folder,
            List.of(
                job(
                    trial -> {
                      for (int i = 0; i < 1000; i++) {
                        trial.progress("counting", 1000).at(i);
                      }
                    },
                    1)),
            slow)
        .run();
    assertEquals(1, events.stream().filter(e -> e instanceof RunEvent.Progressed).count());
  }

  @Test
  void goesOnFromACheckpointToTheSameBits() {
    RunFolder whole = folder(1);
    runner(whole, RunnerTest::walk, 1, 1).run();
    RunFolder cut = folder(1);
    AtomicReference<Runner> runner = new AtomicReference<>();
    runner.set(
        runner(
            cut,
            trial ->
                walk(
                    trial,
                    step -> {
                      if (step == 17) {
                        runner.get().stop();
                      }
                    }),
            1,
            1));
    RunSummary first = runner.get().run();
    assertTrue(first.stopped());
    assertEquals(0, first.finished());
    assertEquals(ReplicateState.OPEN, cut.state("probe", 0));
    AtomicInteger begun = new AtomicInteger(-1);
    RunSummary second =
        runner(
                cut,
                trial ->
                    walk(
                        trial,
                        step -> {
                          if (begun.get() < 0) {
                            begun.set(step);
                          }
                        }),
                1,
                1)
            .run();
    assertEquals(1, second.finished());
    assertEquals(18, begun.get());
    assertTrue(events.contains(new RunEvent.Started("probe", 0, true)));
    assertEquals(whole.digest(), cut.digest());
  }

  @Test
  void stopsAReplicateThatWouldNeverEnd() throws InterruptedException {
    RunFolder folder = folder(2);
    CountDownLatch hanging = new CountDownLatch(1);
    Runner runner =
        runner(
            folder,
            trial -> {
              Progress progress = trial.progress("hanging", 1);
              while (true) {
                hanging.countDown();
                progress.at(0);
              }
            },
            2,
            1);
    AtomicReference<RunSummary> summary = new AtomicReference<>();
    Thread running = Thread.ofPlatform().start(() -> summary.set(runner.run()));
    hanging.await();
    runner.stop();
    running.join();
    assertEquals(2, summary.get().open());
    assertTrue(summary.get().stopped());
    assertTrue(summary.get().failure().isEmpty());
    assertEquals(ReplicateState.ABSENT, folder.state("probe", 1));
  }

  @Test
  void reportsTheFirstFailureAndGoesOn() {
    RunFolder folder = folder(4);
    AtomicInteger replicate = new AtomicInteger();
    RunSummary summary =
        runner(
                folder,
                trial -> trial.out().value(SUM, replicate.getAndIncrement() == 1 ? Double.NaN : 1),
                4,
                1)
            .run();
    assertEquals(3, summary.finished());
    assertEquals(1, summary.open());
    NumericalException e = assertThrows(NumericalException.class, summary::throwFailure);
    assertTrue(
        String.valueOf(e.getMessage())
            .startsWith("probe replicate 1: value of sum must be finite, was NaN"),
        String.valueOf(e.getMessage()));
    assertEquals(ReplicateState.OPEN, folder.state("probe", 1));
    assertEquals(4, replicate.get());
  }

  @Test
  void endsWhereTheFolderCannotBeWritten() {
    RunFolder folder = folder(4);
    Path gone = home.resolve("gone");
    AtomicInteger begun = new AtomicInteger();
    Runner runner =
        runner(
            folder,
            _ -> {
              begun.incrementAndGet();
              assertTrue(folder.path().resolve("probe").toFile().renameTo(gone.toFile()));
            },
            4,
            1);
    RunFolderException e = assertThrows(RunFolderException.class, runner::run);
    assertTrue(
        String.valueOf(e.getMessage()).contains("001.jsonl cannot be written: "), e.toString());
    assertEquals(1, begun.get());
    assertTrue(gone.resolve("000.jsonl").toFile().length() > 100);
  }

  @Test
  void callsADefectADefect() {
    RunSummary summary =
        runner(
                folder(1),
                _ -> {
                  throw new ArithmeticException("/ by zero");
                },
                1,
                1)
            .run();
    IllegalStateException e = assertThrows(IllegalStateException.class, summary::throwFailure);
    assertEquals("probe replicate 0: java.lang.ArithmeticException: / by zero", e.getMessage());
    assertInstanceOf(ArithmeticException.class, e.getCause());
  }

  @Test
  void runsMoreReplicatesThanWerePlanned() {
    RunFolder folder = folder(2);
    runner(folder, RunnerTest::walk, 2, 1).run();
    List<String> before = folder.finished("probe").stream().map(f -> f.digest()).toList();
    AtomicInteger begun = new AtomicInteger();
    runner(
            folder,
            trial -> {
              begun.incrementAndGet();
              walk(trial);
            },
            5,
            2)
        .run();
    assertEquals(3, begun.get());
    assertEquals(5, folder.results("probe").count());
    assertEquals(before, folder.finished("probe").stream().limit(2).map(f -> f.digest()).toList());
  }

  @Test
  void refusesOtherParametersThanTheRunHas() {
    RunFolder folder = folder(1);
    Probe probe = new Probe(_ -> {});
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new Runner(
                    folder, List.of(new Job<>(probe, new Probe.Settings(2), 1)), setting(1)));
    assertTrue(
        String.valueOf(e.getMessage()).startsWith("parameters of probe must be those of the run "));
  }

  @Test
  void restoresTheJobsOfAFolder() {
    Job<Probe.Settings> job = Job.of(new Probe(_ -> {}), Scale.SMALL, Map.of("steps", "9"), 3);
    assertEquals(
        job.parameters(), Job.restore(job.experiment(), Scale.SMALL, job.planned()).parameters());
    assertThrows(
        IllegalArgumentException.class,
        () -> Job.of(new Probe(_ -> {}), Scale.SMALL, Map.of("steps", "0"), 3));
  }

  /// A random walk that can be resumed: its state is the sum, the step and the stream's position.
  private static void walk(Trial trial) {
    walk(trial, _ -> {});
  }

  private static void walk(Trial trial, Consumer<Integer> atStep) {
    RandomStream stream = trial.seeds().stream("draws");
    double sum = 0;
    int step = 0;
    if (trial.resumed().isPresent()) {
      Snapshot state = trial.resumed().get().require("walk", 1);
      sum = state.doubles("sum")[0];
      step = (int) state.number("step");
      stream.seek(state.number("position"));
    }
    for (; step < STEPS; step++) {
      sum += stream.nextGaussian();
      trial.out().series(PATH, step, sum);
      atStep.accept(step);
      double now = sum;
      int next = step + 1;
      trial.checkpoint(
          next,
          () ->
              Snapshot.named("walk", 1)
                  .doubles("sum", "mV", new double[] {now})
                  .number("step", "1", next)
                  .number("position", "1", stream.position())
                  .build());
    }
    trial.out().value(SUM, sum);
  }

  private RunFolder folder(int replicates) {
    Provenance provenance =
        new Provenance(
            "0",
            "",
            "",
            "test",
            Provenance.Computer.here("scalar"),
            Map.of("digits", "crc:1"),
            Map.of());
    return RunFolder.create(
        home,
        new RunPlan(
            "probe",
            "",
            Scale.SMALL,
            42,
            Map.of(),
            List.of(job(_ -> {}, replicates).planned()),
            provenance),
        InstantSource.system());
  }

  private Runner runner(RunFolder folder, Consumer<Trial> body, int replicates, int workers) {
    return new Runner(folder, List.of(job(body, replicates)), setting(workers));
  }

  private Setting setting(int workers) {
    return new Setting(
        workers, Path::of, InstantSource.system(), events::add, Duration.ofHours(1), Duration.ZERO);
  }

  private static Job<Probe.Settings> job(Consumer<Trial> body, int replicates) {
    return new Job<>(new Probe(body), new Probe.Settings(1), replicates);
  }

  private static RunEvent withoutTime(RunEvent event) {
    return event instanceof RunEvent.ReplicateFinished f
        ? new RunEvent.ReplicateFinished(f.experiment(), f.replicate(), 0, f.digest())
        : event;
  }
}
