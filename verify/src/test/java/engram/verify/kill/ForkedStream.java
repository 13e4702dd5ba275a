// SPDX-License-Identifier: Apache-2.0
package engram.verify.kill;

import engram.data.table.TimeSeriesOptions;
import engram.data.table.TimeSeriesReader;
import engram.sequence.nab.WindowedGaussianDetector;
import engram.state.CheckpointFile;
import engram.state.stream.LineSink;
import engram.state.stream.StreamRunner;
import java.io.IOException;
import java.nio.file.Path;

/// Scores a person's table to a file of lines, with a checkpoint every few records.
final class ForkedStream {
  static final String CHECKPOINT = "checkpoint.safetensors";
  static final String SCORES = "scores.txt";
  static final String TABLE = "table.csv";
  private static final int EVERY_RECORDS = 25;

  private ForkedStream() {}

  /// Runs to the end of the table.
  ///
  /// @param args the folder of the table
  public static void main(String[] args) {
    run(Path.of(args[0]), EVERY_RECORDS);
  }

  static void run(Path folder, long everyRecords) {
    try (TimeSeriesReader rows =
            TimeSeriesReader.open(folder.resolve(TABLE), TimeSeriesOptions.guessing());
        LineSink lines = new LineSink(folder.resolve(SCORES))) {
      StreamRunner.open(
              rows.then(row -> row.value(0)),
              new WindowedGaussianDetector(200, 10),
              lines.after((Double score) -> Double.toString(score)),
              new CheckpointFile(folder.resolve(CHECKPOINT), everyRecords))
          .run();
    }
  }

  static Process start(Path folder, Path log) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            ForkedStream.class.getName(),
            folder.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }
}
