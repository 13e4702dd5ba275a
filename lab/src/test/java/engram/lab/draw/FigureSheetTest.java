// SPDX-License-Identifier: Apache-2.0
package engram.lab.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.lab.draw.FigureSheet.Panel;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import engram.lab.figure.SpikeFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Panels under each other.
final class FigureSheetTest {
  private static final Figure RASTER =
      SpikeFigures.raster("raster", "See.", List.of(10.0, 90.0), List.of(1.0, 2.0));
  private static final Figure RATE =
      SpikeFigures.rate("rate", "See.", List.of(0.0, 50.0, 100.0), List.of(1000.0, 50_000.0));

  private static String sheet() {
    return new FigureSheet(
            "A sheet", List.of(new Panel(RASTER, Panel.TALL), new Panel(RATE, Panel.FLAT)))
        .svg();
  }

  /// Where the spikes of a raster lie: the rate's axis goes from 0 to 100 over the width of the
  /// plot, and so does the raster's, whose own data begin at 10.
  @Test
  void panelsOnOneAxisShareItsScale() {
    String svg = sheet();
    Matcher staircase =
        Pattern.compile("ef-line ef-d0\" d=\"M([0-9.]+) [^\"]*L([0-9.]+) [0-9.]+\"").matcher(svg);
    assertTrue(staircase.find());
    double left = Double.parseDouble(staircase.group(1));
    double right = Double.parseDouble(staircase.group(2));
    Matcher event = Pattern.compile("ef-event\" d=\"M([0-9.]+) [^M]*M([0-9.]+) ").matcher(svg);
    assertTrue(event.find());
    assertEquals(left + 0.1 * (right - left), Double.parseDouble(event.group(1)), 0.11);
    assertEquals(left + 0.9 * (right - left), Double.parseDouble(event.group(2)), 0.11);
  }

  @Test
  void panelsDoNotOverlap() {
    List<Double> tops = new ArrayList<>();
    Matcher panel = Pattern.compile("translate\\(0 ([0-9.]+)\\)").matcher(sheet());
    while (panel.find()) {
      tops.add(Double.parseDouble(panel.group(1)));
    }
    assertEquals(2, tops.size());
    assertTrue(tops.get(1) - tops.get(0) > Panel.TALL);
    Matcher box = Pattern.compile("viewBox=\"0 0 720 ([0-9.]+)\"").matcher(sheet());
    assertTrue(box.find());
    assertTrue(Double.parseDouble(box.group(1)) > tops.get(1) + Panel.FLAT);
  }

  @Test
  void badSheetsAreRefused() {
    assertRefused("panels must be one or more, was none", () -> new FigureSheet("A", List.of()));
    assertRefused("height must be above 0, was 0.0", () -> new Panel(RATE, 0));
    Figure images =
        new Figure(
            "images",
            "Images",
            "See.",
            Axis.linear("x", "1"),
            Axis.linear("y", "1"),
            List.of(new Mark.ImageGrid("i", 1, 1, List.of("c"), List.of(List.of(1.0)))));
    assertRefused(
        "figure of a panel must be without images, was images", () -> new Panel(images, 10));
  }

  private static void assertRefused(String message, Runnable asked) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, asked::run).getMessage());
  }
}
