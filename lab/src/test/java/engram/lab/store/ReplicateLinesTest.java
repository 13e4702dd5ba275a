// SPDX-License-Identifier: Apache-2.0
package engram.lab.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.lab.measure.At;
import engram.lab.measure.Entry;
import engram.lab.measure.Measure;
import engram.lab.measure.Recorder;
import engram.lab.measure.Replicate;
import engram.random.RandomStream;
import engram.random.Seeds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplicateLinesTest {
  private static final At LOSS = Measure.of("loss", "mean squared error").plain();

  @Test
  void writesLinesThatDescribeThemselves() {
    ReplicateLines lines = new ReplicateLines();
    assertEquals(
        List.of(
            "{\"measure\":\"gain\",\"unit\":\"mV\",\"meaning\":\"a gain\"}",
            "{\"of\":\"gain\",\"in\":\"n=5 \\\"a\\\"\",\"value\":0.1}"),
        lines.write(new Entry.Value(Fixture.GAIN, 0.1)));
    assertEquals(
        List.of("{\"of\":\"gain\",\"in\":\"n=5 \\\"a\\\"\",\"x\":2.0,\"y\":-2.0}"),
        lines.write(Fixture.entry(2)));
  }

  @Test
  void bringsBackEveryDouble() {
    RandomStream random = Seeds.of(11).stream("doubles");
    List<Entry> entries = new ArrayList<>();
    for (double edge :
        new double[] {
          0.0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, 1e7, 1e22, 1e23, 4.35e-3, 2e-323
        }) {
      entries.add(new Entry.Point(LOSS, edge, -edge));
    }
    while (entries.size() < 20_000) {
      double x = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(x)) {
        entries.add(new Entry.Point(LOSS, x, random.nextGaussian()));
      }
    }
    assertEquals(canonical(entries), canonical(back(entries)), "seed 11");
  }

  @Test
  void bringsBackEveryKindOfCell() {
    Map<String, Object> cells = new LinkedHashMap<>();
    cells.put("zone", "tab\t, \u00b5, line\n, {\"double\":\"NaN\"}");
    cells.put("whole", Long.MIN_VALUE);
    cells.put("one", 1L);
    cells.put("one-double", 1.0);
    cells.put("not", Double.NaN);
    cells.put("endless", Double.NEGATIVE_INFINITY);
    cells.put("yes", true);
    cells.put("text-number", "1.0");
    List<Entry> entries = new ArrayList<>();
    Recorder recorder = new Recorder(entries::add);
    recorder.row("layers", cells);
    recorder.diverged(LOSS, "step 3, value 1e300");
    List<Entry> back = back(entries);
    assertEquals(entries, back);
    assertEquals(
        List.copyOf(cells.keySet()), List.copyOf(((Entry.Row) back.getFirst()).cells().keySet()));
  }

  @Test
  void refusesTwoMeaningsOfOneName() {
    ReplicateLines lines = new ReplicateLines();
    lines.write(new Entry.Value(LOSS, 1));
    At other = Measure.of("loss", "another loss").in("b");
    assertEquals(
        "measure loss must have one unit and one meaning, had two",
        assertThrows(IllegalStateException.class, () -> lines.write(new Entry.Value(other, 1)))
            .getMessage());
  }

  @Test
  void refusesLinesThatAreNone() {
    for (String line :
        List.of(
            "",
            "null",
            "[1]",
            "{",
            "{\"of\":\"unknown\",\"value\":1}",
            "{\"of\":3}",
            "{\"table\":\"t\",\"cells\":{\"a\":null}}",
            "{\"table\":\"t\",\"cells\":{\"a\":{}}}",
            "{\"measure\":\"A b\",\"unit\":\"1\",\"meaning\":\"\"}",
            "{\"table\":\"t\",\"cells\":{\"a\":99999999999999999999}}")) {
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class, () -> new ReplicateLines().read(List.of(line)), line);
      assertTrue(String.valueOf(e.getMessage()).contains("must be"), e.toString());
    }
  }

  private static List<Entry> back(List<Entry> entries) {
    ReplicateLines writer = new ReplicateLines();
    List<String> lines = new ArrayList<>();
    entries.forEach(entry -> lines.addAll(writer.write(entry)));
    return new ReplicateLines().read(lines);
  }

  private static String canonical(List<Entry> entries) {
    return new Replicate(0, entries).digest();
  }
}
