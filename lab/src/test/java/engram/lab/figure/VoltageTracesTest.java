// SPDX-License-Identifier: Apache-2.0
package engram.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Voltages with their spikes as strokes.
final class VoltageTracesTest {
  @Test
  void spikeIsAStrokeAboveTheHighestVoltage() {
    Figure figure =
        new VoltageTraces(List.of(0.0, 1.0, 2.0, 3.0))
            .trace("a", List.of(-60.0, -51.0, -65.0, -64.0), List.of(2.0))
            .trace("b", List.of(-70.0, -70.0, -70.0, -70.0), List.of())
            .threshold(-50)
            .figure("voltages", "Two neurons", "See.");
    Mark.Line threshold = assertInstanceOf(Mark.Line.class, figure.marks().get(0));
    assertEquals(List.of(-50.0, -50.0), threshold.y());
    Mark.Line a = assertInstanceOf(Mark.Line.class, figure.marks().get(1));
    assertEquals(List.of(0.0, 1.0, 2.0, 2.0, 2.0, 2.0, 3.0), a.x());
    assertEquals(List.of(-60.0, -51.0, -51.0, -31.0, -65.0, -65.0, -64.0), a.y());
    Mark.Line b = assertInstanceOf(Mark.Line.class, figure.marks().get(2));
    assertEquals(4, b.x().size());
    assertEquals("voltage (mV)", figure.y().title());
  }

  @Test
  void spikesOutsideOfTheSamplesAreNotDrawn() {
    Figure figure =
        new VoltageTraces(List.of(10.0, 11.0))
            .trace("a", List.of(-60.0, -60.0), List.of(3.0, 12.0))
            .figure("voltages", "One", "See.");
    assertEquals(2, assertInstanceOf(Mark.Line.class, figure.marks().getFirst()).x().size());
  }

  @Test
  void badTracesAreRefused() {
    assertRefused("timeMs must be 2 or more, was 1", () -> new VoltageTraces(List.of(1.0)));
    assertRefused(
        "timeMs must be ascending, was 1.0 behind 1.0", () -> new VoltageTraces(List.of(1.0, 1.0)));
    assertRefused(
        "mv of a must have 2 values, was 1",
        () -> new VoltageTraces(List.of(1.0, 2.0)).trace("a", List.of(1.0), List.of()));
  }

  private static void assertRefused(String message, Runnable asked) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, asked::run).getMessage());
  }
}
