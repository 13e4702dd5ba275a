// SPDX-License-Identifier: Apache-2.0
package engram.lab.judge;

import engram.lab.judge.ErrorRates.Rates;
import engram.lab.judge.ErrorRates.Truth;
import engram.lab.judge.ErrorRates.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The table of `docs/judge.md`: written by the main program, read by the test that measures it
/// again.
final class JudgePage {
  static final int RUNS = 10_000;
  private static final long SEED = 20261124;
  private static final String BEGIN = "<!-- written by engram.lab.judge.JudgePage: begin -->\n";
  private static final String END = "<!-- end -->\n";

  private JudgePage() {}

  /// A row of the table; shares, not percent.
  record Row(String line, String data, int replicates, Rates border, Rates yes, Rates no) {}

  static Path file() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("docs/judge.md"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("working folder must lie in the repository, did not");
    }
    return folder.resolve("docs/judge.md");
  }

  static Row measure(World world, int replicates, int runs, long seed) {
    return new Row(
        world.line(),
        world.data(),
        replicates,
        world.rates(Truth.BORDER, replicates, runs, seed),
        world.rates(Truth.TRUE, replicates, runs, seed),
        world.rates(Truth.FALSE, replicates, runs, seed));
  }

  static List<Row> read() throws IOException {
    String text = Files.readString(file());
    List<Row> rows = new ArrayList<>();
    text.substring(text.indexOf(BEGIN), text.indexOf(END))
        .lines()
        .filter(line -> line.startsWith("| ") && line.endsWith("% |"))
        .map(line -> line.split("\\|", -1))
        .forEach(cells ->
            rows.add(
                new Row(
                    cells[1].strip(),
                    cells[2].strip(),
                    Integer.parseInt(cells[3].strip()),
                    new Rates(share(cells[4]), share(cells[5])),
                    new Rates(share(cells[6]), share(cells[7])),
                    new Rates(share(cells[9]), share(cells[8])))));
    return rows;
  }

  private static double share(String cell) {
    return Double.parseDouble(cell.replace("%", "").strip()) / 100;
  }

  private static String row(Row row) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %d | %.1f %% | %.1f %% | %.1f %% | %.1f %% | %.1f %% | %.1f %% |\n",
        row.line(),
        row.data(),
        row.replicates(),
        100 * row.border().holds(),
        100 * row.border().fails(),
        100 * row.yes().holds(),
        100 * row.yes().fails(),
        100 * row.no().fails(),
        100 * row.no().holds());
  }

  public static void main(String[] arguments) throws IOException {
    StringBuilder table =
        new StringBuilder(
            "| pass line | data | replicates | border: holds | border: fails "
                + "| true: holds | true: fails | false: fails | false: holds |\n"
                + "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
    for (World world : ErrorRates.WORLDS) {
      for (int replicates : ErrorRates.REPLICATES) {
        table.append(row(measure(world, replicates, RUNS, SEED)));
      }
    }
    String text = Files.readString(file());
    Files.writeString(
        file(),
        text.substring(0, text.indexOf(BEGIN) + BEGIN.length())
            + table
            + text.substring(text.indexOf(END)));
  }
}
