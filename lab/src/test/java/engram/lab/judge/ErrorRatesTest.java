// SPDX-License-Identifier: Apache-2.0
package engram.lab.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.lab.judge.ErrorRates.World;
import engram.lab.judge.JudgePage.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The table of `docs/judge.md` is what the judge does, and the sentences above it are what the
/// table says.
final class ErrorRatesTest {
  private static final int RUNS = 500;
  private static final long SEED = 7;

  // A share near 2.5 % of 10,000 runs is uncertain by 0.16 %: three times that.
  private static final double SLACK = 0.005;
  private static final double NOMINAL = 0.025 + SLACK;

  @Test
  void printedRatesHold() throws IOException {
    List<Row> rows = JudgePage.read();
    int at = 0;
    for (World world : ErrorRates.WORLDS) {
      for (int replicates : ErrorRates.REPLICATES) {
        Row printed = rows.get(at++);
        assertEquals(world.line(), printed.line());
        assertEquals(world.data(), printed.data());
        assertEquals(replicates, printed.replicates());
        Row again = JudgePage.measure(world, replicates, RUNS, SEED);
        String where = world.line() + ", " + world.data() + ", " + replicates + ", seed " + SEED;
        assertAlike(printed.border().holds(), again.border().holds(), where + ", border holds");
        assertAlike(printed.border().fails(), again.border().fails(), where + ", border fails");
        assertAlike(printed.yes().holds(), again.yes().holds(), where + ", true holds");
        assertAlike(printed.yes().fails(), again.yes().fails(), where + ", true fails");
        assertAlike(printed.no().fails(), again.no().fails(), where + ", false fails");
        assertAlike(printed.no().holds(), again.no().holds(), where + ", false holds");
      }
    }
    assertEquals(rows.size(), at);
  }

  @Test
  void bellShapedDataErrAtMostAsOftenAsPromised() throws IOException {
    List<Row> rows = rows("bell-shaped", "yes or no; true at 95 %");
    assertEquals(18, rows.size());
    for (Row row : rows) {
      assertTrue(row.border().holds() <= NOMINAL, row.toString());
      boolean conjunction = row.data().endsWith("all in doubt");
      assertTrue(row.border().fails() <= (conjunction ? 3 : 1) * NOMINAL, row.toString());
    }
  }

  @Test
  void skewedDataErrMoreOnTheSideOfTheTail() throws IOException {
    for (Row row : rows("skewed")) {
      double towardsTail =
          row.line().contains("most") ? row.border().holds() : row.border().fails();
      double awayFromTail =
          row.line().contains("most") ? row.border().fails() : row.border().holds();
      assertTrue(towardsTail > 0.07 && towardsTail < 0.13, row.toString());
      assertTrue(awayFromTail < 0.01, row.toString());
    }
  }

  @Test
  void aClearErrorIsRare() throws IOException {
    for (Row row : JudgePage.read()) {
      if (!row.line().startsWith("MISUSED")) {
        assertTrue(row.no().holds() <= 0.001 && row.yes().fails() <= 0.001, row.toString());
      }
    }
  }

  @Test
  void eightReplicatesDecideTwoThirdsOfWhatIsTrueByOneSpread() throws IOException {
    for (Row row : rows("bell-shaped")) {
      boolean one = row.line().startsWith("mean") || row.line().startsWith("paired");
      if (row.replicates() == 8 && one) {
        assertEquals(2.0 / 3, row.yes().holds(), 0.03, row.toString());
      }
    }
  }

  /// Rows of data of these kinds, judged once.
  private static List<Row> rows(String... data) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (Row row : JudgePage.read()) {
      boolean wanted = List.of(data).stream().anyMatch(d -> row.data().startsWith(d));
      if (wanted && !row.line().contains("again")) {
        rows.add(row);
      }
    }
    assertTrue(!rows.isEmpty(), String.join(", ", data));
    return rows;
  }

  private static void assertAlike(double printed, double measured, String where) {
    double both = (printed * JudgePage.RUNS + measured * RUNS) / (JudgePage.RUNS + RUNS);
    double deviation = Math.sqrt(both * (1 - both) * (1.0 / JudgePage.RUNS + 1.0 / RUNS));
    assertEquals(printed, measured, 4.5 * deviation + 0.001, where);
  }
}
