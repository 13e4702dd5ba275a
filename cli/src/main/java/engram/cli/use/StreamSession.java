// SPDX-License-Identifier: Apache-2.0
package engram.cli.use;

import engram.cli.run.Surroundings;
import engram.cli.words.UsageException;
import engram.data.series.TimedRow;
import engram.data.table.TimeSeriesLayout;
import engram.data.table.TimeSeriesReader;
import engram.error.RunFolderException;
import engram.state.AtomicFile;
import engram.state.CheckpointFile;
import engram.state.Machine;
import engram.state.Safetensors;
import engram.state.stream.LineSink;
import engram.state.stream.StreamRunner;
import engram.state.stream.StreamSink;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/// Runs a machine over a person's table, row by row as they come, until there is no more or it is
/// stopped.
///
/// @param <I> what the machine takes of a row
/// @param <O> what the machine says of it
final class StreamSession<I, O> {
  private static final long PATIENCE_S = 10;

  private final Surroundings around;
  private final StreamOptions options;
  private final Function<TimedRow, I> part;
  private final Machine<I, O> machine;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /// How what the machine says becomes text.
  ///
  /// @param names the line of names above the rows, in a layout
  /// @param row one line
  /// @param toScreen whether rows go to standard output where no file is named
  /// @param heard is told each, after its row
  record Telling<O>(
      Function<TimeSeriesLayout, String> names,
      Function<O, String> row,
      boolean toScreen,
      Consumer<O> heard) {}

  /// What was run.
  ///
  /// @param layout of the table
  /// @param rows of this run
  /// @param seconds that it took
  record Result(TimeSeriesLayout layout, long rows, double seconds) {
    /// `10,320 rows in 21 s, 490 a second`.
    String says() {
      return String.format(
          Locale.ROOT,
          "%,d %s in %.1f s, %,d a second",
          rows,
          rows == 1 ? "row" : "rows",
          seconds,
          Math.round(rows / Math.max(seconds, 1e-3)));
    }
  }

  /// @param part what of a row the machine takes
  StreamSession(
      Surroundings around,
      StreamOptions options,
      Function<TimedRow, I> part,
      Machine<I, O> machine) {
    this.around = around;
    this.options = options;
    this.part = part;
    this.machine = machine;
  }

  /// Runs, then lets `last` print what is to be said at the end; Ctrl-C waits for both.
  void run(Telling<O> telling, Consumer<Result> last) {
    load();
    CountDownLatch left = new CountDownLatch(1);
    Thread hook = new Thread(() -> stopInOrder(left), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      last.accept(read(telling));
      options.save().ifPresent(this::save);
    } finally {
      left.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException _) {
        // The process is ending already: the hook has the last word.
        sleepUntilTheEnd();
      }
    }
  }

  private void stopInOrder(CountDownLatch left) {
    stopped.countDown();
    try {
      boolean inOrder = left.await(PATIENCE_S, TimeUnit.SECONDS);
      String kept =
          options.checkpoint().isPresent()
              ? "; what was read is kept, the same command goes on"
              : "";
      around.note("interrupted" + (inOrder ? kept : ""));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void sleepUntilTheEnd() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Result read(Telling<O> telling) {
    Optional<PumpedInput> pipe =
        options.isPipe() ? Optional.of(PumpedInput.of(System.in)) : Optional.empty();
    BooleanSupplier mayGrow =
        () -> options.grows() && !pipe.map(PumpedInput::hasEnded).orElse(false);
    try (TimeSeriesReader reader =
        pipe.isPresent()
            ? TimeSeriesReader.of(pipe.get(), options.name(), options.reading())
            : TimeSeriesReader.open(options.file(), options.reading())) {
      PatientSource<I> source =
          new PatientSource<>(reader.then(part), mayGrow, stopped, around.clock());
      Instant began = around.clock().instant();
      long rows = UsageException.unlessRefused(() -> rows(source, reader, telling));
      double seconds = Duration.between(began, around.clock().instant()).toNanos() / 1e9;
      reader.issues().says().forEach(around::note);
      TimeSeriesLayout layout =
          UsageException.unlessRefused(reader::layout).orElseThrow(this::none);
      return new Result(layout, rows, seconds);
    }
  }

  private UsageException none() {
    return new UsageException(options.name() + " had no row before it was interrupted");
  }

  private long rows(PatientSource<I> source, TimeSeriesReader reader, Telling<O> telling) {
    boolean goesOn = options.checkpoint().map(Files::exists).orElse(false);
    if (!goesOn) {
      options.out().ifPresent(StreamSession::begin);
    }
    if (options.out().isEmpty()) {
      StreamSink<String> lines = StreamSink.of(telling.toScreen ? this::print : _ -> {});
      return pull(source, sink(lines, reader, telling));
    }
    try (LineSink lines = new LineSink(options.out().get())) {
      return pull(source, sink(lines, reader, telling));
    }
  }

  /// Rows of a run that begins stand in a file that begins; a device stays what it is.
  private static void begin(Path file) {
    if (!Files.isRegularFile(file)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(0);
    } catch (IOException e) {
      throw new RunFolderException(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  private void print(String line) {
    around.out().println(line);
    if (around.out().checkError()) {
      // Whoever read our output, such as head, has left.
      stopped.countDown();
    }
  }

  private StreamSink<O> sink(
      StreamSink<String> lines, TimeSeriesReader reader, Telling<O> telling) {
    RowSink<O> rows =
        new RowSink<>(lines, () -> telling.names.apply(reader.layout().orElseThrow()), telling.row);
    boolean[] told = {false};
    return rows.after(output -> {
      if (!told[0]) {
        told[0] = true;
        reader.layout().ifPresent(l -> around.note(options.name() + ": " + l.says()));
      }
      telling.heard.accept(output);
      return output;
    });
  }

  private long pull(PatientSource<I> source, StreamSink<O> sink) {
    if (options.checkpoint().isEmpty()) {
      return pullOnly(source, sink);
    }
    Path file = options.checkpoint().get();
    boolean resumed = Files.exists(file);
    StreamRunner<I, O> runner =
        StreamRunner.open(source, machine, sink, new CheckpointFile(file, options.every()));
    if (resumed) {
      around.note(
          "goes on after "
              + String.format(Locale.ROOT, "%,d", runner.records())
              + " rows: "
              + file);
    }
    long rows = runner.run();
    while (!source.isOver()) {
      rows += runner.run();
    }
    return rows;
  }

  private long pullOnly(PatientSource<I> source, StreamSink<O> sink) {
    long rows = 0;
    while (!source.isOver()) {
      Optional<I> row = source.next();
      if (row.isPresent()) {
        sink.accept(machine.step(row.get()));
        rows++;
      } else if (!source.isOver()) {
        sink.position();
        source.position();
      }
    }
    return rows;
  }

  private void load() {
    if (options.load().isEmpty()) {
      return;
    }
    Path file = options.load().get();
    if (!Files.exists(file)) {
      throw new UsageException("--load must name a model, was " + file + ", which is not there");
    }
    machine.restore(Safetensors.read(file));
  }

  private void save(Path file) {
    try {
      AtomicFile.replace(file, channel -> Safetensors.write(channel, machine.snapshot()));
    } catch (IOException e) {
      throw new RunFolderException("model " + file + " cannot be written: " + e.getMessage(), e);
    }
    around.note("model " + file);
  }

  /// Writes a picture.
  void write(Path file, String text) {
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new RunFolderException(file + " cannot be written: " + e.getMessage(), e);
    }
    around.note("figure " + file);
  }
}
