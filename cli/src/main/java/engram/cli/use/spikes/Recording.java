// SPDX-License-Identifier: Apache-2.0
package engram.cli.use.spikes;

import engram.error.MachineCannotException;
import engram.signal.spike.stream.NeuronStream;
import engram.signal.spike.stream.SpikeSource;
import engram.signal.spike.stream.Survey;
import engram.signal.spike.stream.TrainCollector;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

/// A recording that was read once and can be read again in order of time: as a stream from its
/// file, or, where times go back in it, from memory.
///
/// @param source what can be read in order
/// @param first what the first reading found
record Recording(SpikeSource source, Survey.First first) {
  private static final long BYTES_A_SPIKE = 16;

  /// Reads a file for the first time; sorts it in memory if it is not in order of time.
  ///
  /// @param mostBytes what may be used of the memory
  /// @param note says to the person what happens
  static Recording open(SpikeSource file, Survey survey, long mostBytes, Consumer<String> note) {
    Survey.First first = survey.first(file);
    NeuronStream.Reading reading = first.reading();
    if (reading.inOrder()) {
      return new Recording(file, first);
    }
    long bytes = BYTES_A_SPIKE * reading.spikes();
    if (bytes > mostBytes) {
      throw new MachineCannotException(
          String.format(
              Locale.ROOT,
              "%s is not in order of time (spike %,d); to sort its %,d spikes takes about %,d MB,"
                  + " there are %,d MB: sort it by time (sort -g), or ENGRAM_JAVA_OPTS=-Xmx%dm",
              file.name(),
              reading.backAt(),
              reading.spikes(),
              megabytes(bytes),
              megabytes(mostBytes),
              2 * megabytes(bytes) + 64));
    }
    note.accept(
        String.format(
            Locale.ROOT,
            "%s: times go back at spike %,d; sorted in memory, %,d spikes",
            file.name(),
            reading.backAt(),
            reading.spikes()));
    TrainCollector sorted = TrainCollector.of(file, survey.mostNeurons());
    return new Recording(sorted, survey.first(sorted));
  }

  /// The ids that have a spike in the window, ascending.
  long[] ids() {
    return Arrays.stream(first.index().byId()).mapToLong(first.index()::id).toArray();
  }

  static long megabytes(long bytes) {
    return (bytes + (1 << 20) - 1) >> 20;
  }
}
