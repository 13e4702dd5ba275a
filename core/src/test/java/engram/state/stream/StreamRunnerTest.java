// SPDX-License-Identifier: Apache-2.0
package engram.state.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.error.DataCorruptException;
import engram.error.RunFolderException;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.state.CheckpointFile;
import engram.state.FullDisk;
import engram.state.RandomWalkFilter;
import engram.state.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamRunnerTest {
  @TempDir Path folder;

  private static List<Double> records(long seed, int count) {
    RandomStream draws = Seeds.of(seed).stream("records");
    List<Double> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(draws.nextGaussian());
    }
    return records;
  }

  private static RandomWalkFilter filter(long seed) {
    return new RandomWalkFilter(0.3, Seeds.of(seed));
  }

  private static List<Double> straight(long seed, int count) {
    RandomWalkFilter filter = filter(seed);
    return records(seed, count).stream().map(filter::step).toList();
  }

  private static String lines(List<Double> outputs) {
    StringBuilder lines = new StringBuilder();
    outputs.forEach(output -> lines.append(output).append('\n'));
    return lines.toString();
  }

  /// One life: from the checkpoint to the end of the records or to a kill. A killed process closes
  /// nothing; some bytes of the sink reach the disk all the same, some do not.
  private static boolean lives(long seed, MortalStream fate, Path out, CheckpointFile file) {
    LineSink lines = new LineSink(out);
    try {
      StreamRunner.open(
              fate.source(StreamSource.of(records(seed, 300))),
              filter(seed),
              fate.sink(lines).after((Double output) -> Double.toString(output)),
              file)
          .run();
      lines.close();
      return true;
    } catch (MortalStream.Killed e) {
      if (fate.draws().nextBoolean()) {
        lines.close();
      }
      return false;
    }
  }

  @Test
  void aRunThatIsKilledAnywhereNeitherRepeatsNorLosesARecord() throws IOException {
    int kills = 0;
    for (long seed = 1; seed <= 15; seed++) {
      RandomStream draws = Seeds.of(seed).stream("fate");
      long every = draws.nextLong(4, 40);
      MortalStream fate = new MortalStream(draws, draws.nextDouble(0.001, 0.01));
      Path out = folder.resolve(seed + ".txt");
      Path checkpoint = folder.resolve(seed + ".safetensors");
      int lives = 1;
      while (!lives(seed, fate, out, new CheckpointFile(checkpoint, every))) {
        assertTrue(++lives < 10_000, "seed " + seed + " never ends");
      }
      kills += lives - 1;
      assertEquals(lines(straight(seed, 300)), Files.readString(out), "seed " + seed);
    }
    assertTrue(kills > 30, "only " + kills + " kills");
  }

  @Test
  void aFullDiskStopsTheRunBetweenTwoRecordsAndTheRunGoesOn() {
    for (int room = 0; room < 3; room++) {
      AtomicInteger writes = new AtomicInteger(room);
      CheckpointFile file =
          new CheckpointFile(
              folder.resolve(room + ".safetensors"),
              7,
              channel -> new FullDisk(channel, writes.getAndDecrement() == 0 ? 90 : 1 << 20));
      List<Double> outputs = new ArrayList<>();
      StreamSource<Double> source = StreamSource.of(records(1, 40));
      if (room == 0) {
        assertThrows(
            RunFolderException.class,
            () -> StreamRunner.open(source, filter(1), StreamSink.of(outputs::add), file));
        continue;
      }
      StreamRunner<Double, Double> runner =
          StreamRunner.open(source, filter(1), StreamSink.of(outputs::add), file);
      assertThrows(RunFolderException.class, runner::run);
      assertEquals(7L * room, runner.records());
      assertEquals(7L * (room - 1), file.read().orElseThrow().number("records"));
      assertEquals(40 - 7L * room, runner.run());
      assertEquals(straight(1, 40), outputs);
      assertEquals(40, file.read().orElseThrow().number("records"));
    }
  }

  /// A sink that is slow sees the source wait: never is more than one record on its way.
  @Test
  void pullsARecordOnlyWhenTheFormerOutputWasTaken() {
    AtomicInteger pulled = new AtomicInteger();
    AtomicInteger taken = new AtomicInteger();
    StreamSource<Double> below = StreamSource.of(records(2, 50));
    StreamSource<Double> source =
        new StreamSource<>() {
          @Override
          public Optional<Double> next() {
            assertEquals(taken.get(), pulled.getAndIncrement());
            return below.next();
          }

          @Override
          public Snapshot position() {
            return below.position();
          }

          @Override
          public void seek(Snapshot position) {
            below.seek(position);
          }
        };
    StreamRunner<Double, Double> runner =
        StreamRunner.open(
            source, filter(2), StreamSink.of(output -> taken.incrementAndGet()), file(1000));
    assertEquals(50, runner.run());
    assertEquals(50, taken.get());
  }

  @Test
  void stopsWhenToldAndGoesOnInAnotherProcess() {
    List<Double> outputs = new ArrayList<>();
    StreamRunner<Double, Double> first =
        StreamRunner.open(
            StreamSource.of(records(3, 30)), filter(3), StreamSink.of(outputs::add), file(1000));
    assertEquals(12, first.run(() -> outputs.size() < 12));
    StreamRunner<Double, Double> second =
        StreamRunner.open(
            StreamSource.of(records(3, 30)), filter(3), StreamSink.of(outputs::add), file(1000));
    assertEquals(12, second.records());
    assertEquals(18, second.run());
    assertEquals(0, second.run());
    assertEquals(straight(3, 30), outputs);
  }

  @Test
  void doesNotGoOnAfterAFailureInsideARecord() {
    List<Double> outputs = new ArrayList<>();
    StreamRunner<Double, Double> runner =
        StreamRunner.open(
            StreamSource.of(List.of(1.0, Double.NaN, 2.0)),
            filter(4),
            StreamSink.of(outputs::add),
            file(1));
    assertThrows(IllegalArgumentException.class, runner::run);
    assertEquals(
        "runner must be opened again from " + file(1) + " after a failure inside a record",
        assertThrows(IllegalStateException.class, runner::run).getMessage());
    assertEquals(1, outputs.size());
  }

  @Test
  void refusesACheckpointOfAnotherStreamAndCutsNothing() throws IOException {
    Path out = folder.resolve("out.txt");
    try (LineSink sink = new LineSink(out)) {
      StreamRunner.open(
              StreamSource.of(records(5, 30)),
              filter(5),
              sink.after((Double output) -> "x"),
              file(10))
          .run();
    }
    Files.writeString(out, Files.readString(out) + "more\n");
    String before = Files.readString(out);
    try (LineSink sink = new LineSink(out)) {
      StreamSink<Double> to = sink.after(output -> "x");
      assertThrows(
          DataCorruptException.class,
          () ->
              StreamRunner.open(
                  StreamSource.of(records(5, 30)),
                  new RandomWalkFilter(0.9, Seeds.of(5)),
                  to,
                  file(10)));
      assertEquals(
          "records of a list's position must be in [0, 20], was 30",
          assertThrows(
                  DataCorruptException.class,
                  () -> StreamRunner.open(StreamSource.of(records(5, 20)), filter(5), to, file(10)))
              .getMessage());
    }
    assertEquals(before, Files.readString(out));
  }

  private CheckpointFile file(long every) {
    return new CheckpointFile(folder.resolve("checkpoint.safetensors"), every);
  }
}
