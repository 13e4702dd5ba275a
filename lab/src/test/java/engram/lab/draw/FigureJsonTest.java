// SPDX-License-Identifier: Apache-2.0
package engram.lab.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.lab.figure.Figure;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class FigureJsonTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void everyKindOfMarkIsWritten() {
    List<Figure> figures = SampleFigures.all("trained");
    List<String> kinds =
        figures.stream()
            .flatMap(f -> MAPPER.readTree(FigureJson.of(f)).get("marks").valueStream())
            .map(m -> m.get("kind").asString())
            .distinct()
            .toList();
    assertEquals(List.of("line", "points", "bars", "map", "probes", "raster", "images"), kinds);
  }

  @Test
  void numbersComeBackToTheLastBitAndHolesAsNull() {
    Figure figure = SampleFigures.heatMap();
    JsonNode z = MAPPER.readTree(FigureJson.of(figure)).get("marks").get(0).get("z");
    var map = (engram.lab.figure.Mark.HeatMap) figure.marks().getFirst();
    int holes = 0;
    for (int i = 0; i < map.z().size(); i++) {
      if (map.z().get(i).isNaN()) {
        assertTrue(z.get(i).isNull());
        holes++;
      } else {
        assertEquals(map.z().get(i), z.get(i).asDouble());
      }
    }
    assertTrue(holes > 0);
  }

  @Test
  void theScaleOfColoursCoversMapAndProbes() {
    JsonNode marks = MAPPER.readTree(FigureJson.of(SampleFigures.phases())).get("marks");
    JsonNode map = marks.get(0);
    JsonNode probes = marks.get(3);
    assertEquals("no solution below tolerance", map.get("hole").asString());
    assertEquals("", map.get("notice").asString());
    double least = Double.POSITIVE_INFINITY;
    for (JsonNode z : probes.get("z")) {
      least = Math.min(least, z.asDouble());
    }
    assertTrue(least < 0);
    assertEquals(least, map.get("range").get(0).asDouble());
    assertEquals(7, probes.get("left").size());
    assertEquals(7, probes.get("high").size());
  }

  @Test
  void rolesAndLooksAreSaid() {
    JsonNode marks = MAPPER.readTree(FigureJson.of(SampleFigures.lines("trained"))).get("marks");
    assertEquals("theory", marks.get(0).get("role").asString());
    assertEquals(MarkStyle.INK, marks.get(0).get("colour").asInt());
    assertEquals("control", marks.get(2).get("role").asString());
    assertEquals(1, marks.get(2).get("colour").asInt());
  }

  @Test
  void asManyTheoriesAsMeasurementsShareTheirColours() {
    List<MarkStyle> styles = MarkStyle.of(SampleFigures.pairs());
    for (int i = 0; i < 3; i++) {
      assertEquals(i, styles.get(i).colour());
      assertEquals(i, styles.get(i + 3).colour());
    }
  }

  @Test
  void nothingCanEndTheScriptThatHoldsIt() {
    String hostile = "</script><script>alert(1)</script><!--";
    String embedded = FigureJson.embedded(SampleFigures.lines(hostile));
    assertFalse(embedded.contains("<"));
    String name = MAPPER.readTree(embedded).get("marks").get(1).get("name").asString();
    assertEquals(hostile, name);
  }
}
