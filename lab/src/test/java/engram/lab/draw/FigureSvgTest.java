// SPDX-License-Identifier: Apache-2.0
package engram.lab.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class FigureSvgTest {
  @Test
  void everyKindOfMarkIsWellFormedAndNeedsNothingFromElsewhere() throws Exception {
    for (Figure figure : SampleFigures.all("trained")) {
      String svg = FigureSvg.file(figure);
      Document document = parsed(svg);
      assertEquals("svg", document.getDocumentElement().getTagName());
      assertEquals(figure.title(), document.getElementsByTagName("title").item(0).getTextContent());
      assertFalse(Pattern.compile("(href|src)=\"(?!data:)").matcher(svg).find(), figure.id());
      assertFalse(svg.contains("NaN"), figure.id());
      assertFalse(svg.contains("<script"), figure.id());
    }
  }

  @Test
  void eachPointStandsWhereItsValueSays() throws Exception {
    Figure figure =
        figure(
            Axis.linear("x", "s"),
            Axis.linear("y", "1"),
            List.of(0.0, 5.0, 10.0),
            List.of(0.0, 0.5, 1.0));
    List<String> dots = dots(FigureSvg.file(figure));
    assertEquals(3, dots.size());
    double left = Double.parseDouble(dots.get(0).split(" ", -1)[0]);
    double middle = Double.parseDouble(dots.get(1).split(" ", -1)[0]);
    double right = Double.parseDouble(dots.get(2).split(" ", -1)[0]);
    assertEquals((left + right) / 2, middle, 0.11);
    assertTrue(left < right);
    double low = vertical(dots.get(0));
    double high = vertical(dots.get(2));
    assertEquals(300, low - high, 0.11);
    assertEquals((low + high) / 2, vertical(dots.get(1)), 0.11);
  }

  @Test
  void whatALogAxisCannotShowIsLeftOut() {
    Figure figure =
        figure(
            Axis.linear("x", "s"),
            Axis.log("y", "1"),
            List.of(1.0, 2.0, 3.0, 4.0),
            List.of(0.0, -1.0, 10.0, Double.NaN));
    assertEquals(1, dots(FigureSvg.file(figure)).size());
  }

  @Test
  void aFigureWithoutAnyNumberIsAnEmptyFrame() throws Exception {
    Figure figure =
        figure(Axis.log("x", "s"), Axis.linear("y", "1"), List.of(Double.NaN), List.of(Double.NaN));
    Document document = parsed(FigureSvg.file(figure));
    assertTrue(document.getElementsByTagName("path").getLength() > 0);
  }

  @Test
  void holesOfAMapHaveNoColourOfTheScale() {
    assertTrue(FigureSvg.file(SampleFigures.heatMap()).contains("class=\"ef-hole\""));
  }

  @Test
  void aLongTitleGoesOnInAnotherLine() {
    String title = "word ".repeat(40).strip();
    Figure figure =
        new Figure(
            "f",
            title,
            "see",
            Axis.linear("x", "1"),
            Axis.linear("y", "1"),
            List.of(Mark.points("p", List.of(1.0), List.of(1.0))));
    List<String> lines =
        Pattern.compile("class=\"ef-title\"[^>]*>([^<]*)<")
            .matcher(FigureSvg.file(figure))
            .results()
            .map(m -> m.group(1))
            .toList();
    assertEquals(3, lines.size());
    assertEquals(title, String.join(" ", lines));
  }

  @Test
  void hostileNamesStayText() throws Exception {
    String hostile = "</text><script>alert(1)</script> & \"x\"";
    Document document = parsed(FigureSvg.file(SampleFigures.lines(hostile)));
    assertEquals(0, document.getElementsByTagName("script").getLength());
    assertTrue(document.getDocumentElement().getTextContent().contains(hostile));
  }

  private static Figure figure(Axis x, Axis y, List<Double> xs, List<Double> ys) {
    return new Figure("f", "title", "see", x, y, List.of(Mark.points("p", xs, ys)));
  }

  private static List<String> dots(String svg) {
    return Pattern.compile("class=\"ef-dot\" d=\"M([^a]*)a")
        .matcher(svg)
        .results()
        .map(m -> m.group(1))
        .toList();
  }

  private static double vertical(String place) {
    return Double.parseDouble(place.split(" ", -1)[1]);
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  /// A name of twenty letters, turned by 35 degrees, reaches back by about 108.
  @Test
  void aSlantedFirstNameStaysInThePicture() {
    List<String> names = List.of("a memory of sequences", "b", "c", "d", "e", "f", "g", "h");
    Figure figure =
        new Figure(
            "slanted",
            "Bars",
            "They stand.",
            Axis.category("arm"),
            Axis.linear("error", "1"),
            List.of(Mark.bars("bars", names, List.of(1., 1., 1., 1., 1., 1., 1., 1.))));
    var first =
        Pattern.compile("x=\"([0-9.]+)\"[^>]*rotate\\(-35[^>]*>a memory")
            .matcher(FigureSvg.file(figure));
    assertTrue(first.find(), "the name is slanted");
    double reach = "a memory of sequences".length() * 6.6 * Math.cos(Math.toRadians(35));
    assertTrue(Double.parseDouble(first.group(1)) > reach, first.group(1) + " and " + reach);
  }
}
