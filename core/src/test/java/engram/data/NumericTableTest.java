// SPDX-License-Identifier: Apache-2.0
package engram.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.data.NumericTable.FirstLine;
import engram.error.DataCorruptException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NumericTableTest {
  private static NumericTable read(String text, FirstLine first) {
    return NumericTable.read(text.getBytes(StandardCharsets.UTF_8), "t.csv", first);
  }

  private static String refusal(String text) {
    return String.valueOf(
        assertThrows(DataCorruptException.class, () -> read(text, FirstLine.NUMBERS)).getMessage());
  }

  @Test
  void readsNumbersInEveryUsualForm() {
    NumericTable table = read("1, -2.5 ,.5\r\n\"3\",+4e2,5.\n", FirstLine.NUMBERS);
    assertEquals(2, table.rows());
    assertEquals(3, table.columns());
    assertArrayEquals(new double[] {-2.5, 400}, table.column(1));
    assertEquals(5, table.at(1, 2));
    assertEquals(List.of(), table.header());
  }

  @Test
  void readsQuotedNames() {
    NumericTable table =
        read("\ufeff\"a, b\",\"say \"\"c\"\"\",\"two\nlines\"\n1,2,3", FirstLine.NAMES);
    assertEquals(List.of("a, b", "say \"c\"", "two\nlines"), table.header());
    assertEquals(1, table.rows());
    assertEquals(3, table.at(0, 2));
  }

  @Test
  void namesLineAndColumnOfWhatIsNotAFiniteNumber() {
    assertEquals(
        "t.csv line 2, column 3: must be a finite number, was 'x'", refusal("1,2,3\n4,5,x"));
    for (String bad : List.of("NaN", "Infinity", "1e999", "1d", "0x1p3", "1_0", "", "--1", "1 2")) {
      assertEquals(
          "t.csv line 2, column 1: must be a finite number, was '" + bad + "'",
          refusal("1,2\n" + bad + ",2\n"));
    }
  }

  @Test
  void countsLinesThroughQuotedLineEnds() {
    String text = "\"a\nb\",c\n1,2\n3,four\n";
    assertEquals(
        "t.csv line 4, column 2: must be a finite number, was 'four'",
        assertThrows(DataCorruptException.class, () -> read(text, FirstLine.NAMES)).getMessage());
  }

  @Test
  void refusesLinesOfAnotherLength() {
    assertEquals(
        "t.csv line 3: number of columns must be 2 as in the first line, was 3",
        refusal("1,2\n3,4\n5,6,7\n"));
    assertEquals(
        "t.csv line 2: number of columns must be 2 as in the first line, was 1",
        refusal("1,2\n\n3,4\n"));
  }

  @Test
  void refusesBrokenQuotes() {
    assertEquals(
        "t.csv line 2, column 2: a quoted field must end in a quote, was open at the end",
        refusal("1,2\n3,\"4\n"));
    assertEquals(
        "t.csv line 1, column 1: a closing quote must be followed by a comma or the line's end, was"
            + " '2'",
        refusal("\"1\"2,3\n"));
  }

  @Test
  void refusesNothingAndWhatIsNotText() {
    assertEquals("t.csv must have at least one line, was empty", refusal(""));
    assertEquals("t.csv must have at least one line, was empty", refusal("\n"));
    byte[] bytes = {(byte) 0xc3, (byte) 0x28};
    assertEquals(
        "t.csv must be UTF-8 text, was not",
        assertThrows(
                DataCorruptException.class,
                () -> NumericTable.read(bytes, "t.csv", FirstLine.NUMBERS))
            .getMessage());
  }
}
