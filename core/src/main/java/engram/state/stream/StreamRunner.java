// SPDX-License-Identifier: Apache-2.0
package engram.state.stream;

import engram.error.DataCorruptException;
import engram.error.RunFolderException;
import engram.state.CheckpointFile;
import engram.state.Machine;
import engram.state.Snapshot;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Runs a machine on a stream: pulls a record, steps, hands the output on, and keeps a checkpoint.
///
/// ```java
/// StreamRunner<Double, String> runner =
///     StreamRunner.open(source, machine, sink, new CheckpointFile(file, 10_000));
/// runner.run(() -> !interrupted.get());
/// ```
///
/// A checkpoint holds three things that belong together: where the source stands, the machine's
/// state, how far the sink's outputs reach. A run that was killed anywhere and is opened again puts
/// all three back, so its sink ends with the very bytes of a run that was never killed: no record
/// is repeated, none is lost. (A sink of [StreamSink#of] cannot take back; see there.)
///
/// One thread pulls from end to end. So back-pressure needs no queue: a slow sink delays the next
/// pull, and memory holds one record.
///
/// @param <I> a record
/// @param <O> an output
public final class StreamRunner<I, O> {
  private static final String FORMAT = "stream";
  private static final int VERSION = 1;

  private final StreamSource<I> source;
  private final Machine<I, O> machine;
  private final StreamSink<O> sink;
  private final CheckpointFile file;
  private long records;
  private long kept;
  private boolean torn;

  private StreamRunner(
      StreamSource<I> source, Machine<I, O> machine, StreamSink<O> sink, CheckpointFile file) {
    this.source = source;
    this.machine = machine;
    this.sink = sink;
    this.file = file;
  }

  /// A runner that goes on where the checkpoint stands; where there is none yet, it begins where
  /// the three stand now and writes the first.
  ///
  /// @throws DataCorruptException if the checkpoint is damaged or not of these three; they may then
  ///   be partly put back
  /// @throws RunFolderException if a newer version wrote it, or the first cannot be written
  public static <I, O> StreamRunner<I, O> open(
      StreamSource<I> source, Machine<I, O> machine, StreamSink<O> sink, CheckpointFile file) {
    StreamRunner<I, O> runner = new StreamRunner<>(source, machine, sink, file);
    Optional<Snapshot> checkpoint = file.read();
    if (checkpoint.isPresent()) {
      runner.restore(checkpoint.get());
    } else {
      runner.checkpoint();
    }
    return runner;
  }

  /// Runs until the source has nothing now or it may not go on, then writes a checkpoint. Calling
  /// it again goes on.
  ///
  /// @param goOn asked before each record
  /// @return how many records this call ran
  /// @throws RunFolderException if a checkpoint cannot be written; the stream stands between two
  ///   records then and may be run on
  /// @throws IllegalStateException if a source, machine or sink threw before: what it had done of a
  ///   record is unknown, so the three are to be made anew and opened from the checkpoint
  public long run(BooleanSupplier goOn) {
    if (torn) {
      throw new IllegalStateException(
          "runner must be opened again from " + file + " after a failure inside a record");
    }
    long before = records;
    while (goOn.getAsBoolean() && step()) {
      if (records - kept >= file.everyRecords()) {
        checkpoint();
      }
    }
    if (records > kept) {
      checkpoint();
    }
    return records - before;
  }

  /// Runs until the source has nothing now.
  public long run() {
    return run(() -> true);
  }

  /// How many records lie behind, over all runs of this stream.
  public long records() {
    return records;
  }

  /// Writes a checkpoint now; for use between two runs.
  ///
  /// @throws RunFolderException if it cannot be written; the former is kept then
  public void checkpoint() {
    Snapshot reach = sink.position();
    file.write(
        Snapshot.named(FORMAT, VERSION)
            .number("records", "1", records)
            .part("source", source.position())
            .part("machine", machine.snapshot())
            .part("sink", reach)
            .build());
    kept = records;
  }

  private boolean step() {
    torn = true;
    Optional<I> record = source.next();
    if (record.isPresent()) {
      sink.accept(machine.step(record.get()));
      records++;
    }
    torn = false;
    return record.isPresent();
  }

  /// The sink comes last: only what all the others believed may cut it.
  private void restore(Snapshot checkpoint) {
    long behind = checkpoint.require(FORMAT, VERSION).number("records");
    if (behind < 0) {
      throw new DataCorruptException("records of " + file + " must be 0 or more, was " + behind);
    }
    machine.restore(checkpoint.part("machine"));
    source.seek(checkpoint.part("source"));
    sink.rewind(checkpoint.part("sink"));
    records = behind;
    kept = behind;
  }
}
