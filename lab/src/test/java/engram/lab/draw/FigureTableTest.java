// SPDX-License-Identifier: Apache-2.0
package engram.lab.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTableTest {
  @Test
  void csvComesBackAsItWas() {
    String hostile = "a, \"b\"\nc + d % é";
    List<List<Object>> rows =
        List.of(
            List.of(hostile, 0.1 + 0.2, 1e-300),
            List.of("plain", -0.0, Double.MAX_VALUE),
            List.of("", Double.MIN_VALUE, 7.0));
    FigureTable table = new FigureTable("t", List.of("name", "x, in m", "y"), rows);
    List<List<String>> read = parsed(table.csv());
    assertEquals(table.columns(), read.getFirst());
    for (int row = 0; row < rows.size(); row++) {
      assertEquals(rows.get(row).get(0), read.get(row + 1).get(0));
      assertEquals(rows.get(row).get(1), Double.valueOf(read.get(row + 1).get(1)));
      assertEquals(rows.get(row).get(2), Double.valueOf(read.get(row + 1).get(2)));
    }
  }

  @Test
  void theAddressHoldsTheSameText() {
    FigureTable table = FigureTable.of(SampleFigures.lines("50 % + more, \"quoted\"")).getFirst();
    String prefix = "data:text/csv;charset=utf-8,";
    assertTrue(table.csvAddress().startsWith(prefix));
    String text =
        URLDecoder.decode(table.csvAddress().substring(prefix.length()), StandardCharsets.UTF_8);
    assertEquals(table.csv(), text);
  }

  @Test
  void aMissingNumberIsEmpty() {
    FigureTable table = new FigureTable("t", List.of("x"), List.of(List.of(Double.NaN)));
    assertEquals("x\r\n\r\n", table.csv());
  }

  @Test
  void everyMarkIsInATable() {
    Figure lines = SampleFigures.lines("trained");
    FigureTable table = FigureTable.of(lines).getFirst();
    assertEquals(
        List.of("mark", "width of the code n (bits)", "rate of false matches", "low", "high"),
        table.columns());
    assertEquals(96 + 9 + 9, table.rows().size());
    FigureTable map = FigureTable.of(SampleFigures.heatMap()).get(1);
    assertEquals(24 * 18, map.rows().size());
    assertEquals(24 * 14, FigureTable.of(SampleFigures.raster()).getFirst().rows().size());
    assertEquals(8, FigureTable.of(SampleFigures.images()).getFirst().rows().size());
    assertEquals(
        "UCI digits", FigureTable.of(SampleFigures.bars()).getFirst().rows().get(0).get(1));
  }

  @Test
  void probesHaveTheirOwnTableAndHolesAreEmptyCells() {
    List<FigureTable> tables = FigureTable.of(SampleFigures.phases());
    FigureTable map = tables.get(1);
    FigureTable probes = tables.get(2);
    assertEquals(
        List.of(
            "load",
            "temperature",
            "load, low",
            "load, high",
            "temperature, low",
            "temperature, high",
            "measured, on the scale of overlap"),
        probes.columns());
    assertEquals(7, probes.rows().size());
    assertEquals(0.02, probes.rows().getFirst().getFirst());
    long holes = map.csv().lines().filter(line -> line.endsWith(",")).count();
    assertEquals(27, holes, "loads above 0.1 at three temperatures");
  }

  @Test
  void withoutIntervalsThereAreNoEmptyColumns() {
    Figure figure =
        new Figure(
            "f",
            "t",
            "see",
            Axis.linear("x", "1"),
            Axis.linear("y", "1"),
            List.of(Mark.line("a", List.of(1.0), List.of(2.0))));
    assertEquals(List.of("mark", "x", "y"), FigureTable.of(figure).getFirst().columns());
  }

  private static List<List<String>> parsed(String csv) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else if (quoted || c != '\r') {
        cell.append(c);
      }
    }
    return rows;
  }
}
