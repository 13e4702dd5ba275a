// SPDX-License-Identifier: Apache-2.0
package engram.lab.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.lab.figure.Axis;
import java.util.List;
import org.junit.jupiter.api.Test;

class AxisScaleTest {
  private static final double TINY = 1e-12;

  @Test
  void endsLieAtZeroAndOne() {
    for (AxisScale scale : List.of(new AxisScale(false, -3, 7), new AxisScale(true, 1e-30, 1e-3))) {
      assertEquals(0, scale.share(scale.from()), TINY);
      assertEquals(1, scale.share(scale.to()), TINY);
    }
  }

  @Test
  void aLogAxisPutsTheGeometricMeanInTheMiddle() {
    assertEquals(0.5, new AxisScale(true, 1e-8, 1e-2).share(1e-5), TINY);
    assertTrue(Double.isNaN(new AxisScale(true, 1, 10).share(0)));
    assertTrue(Double.isNaN(new AxisScale(true, 1, 10).share(-1)));
  }

  @Test
  void linearTicksAreRoundNumbers() {
    assertEquals(
        List.of("0", "0.2", "0.4", "0.6", "0.8", "1.0"), labels(new AxisScale(false, 0, 1)));
    assertEquals(List.of("-50", "0", "50", "100"), labels(new AxisScale(false, -73, 120)));
    assertEquals(
        List.of("2×10⁶", "4×10⁶", "6×10⁶", "8×10⁶"), labels(new AxisScale(false, 1e6, 8e6)));
  }

  @Test
  void logTicksAreDecadesOrOneTwoFive() {
    assertEquals(
        List.of("10⁻²⁴", "10⁻²⁰", "10⁻¹⁶", "10⁻¹²", "10⁻⁸", "10⁻⁴", "10⁰"),
        labels(new AxisScale(true, 1e-26, 1)));
    assertEquals(List.of("20", "50", "100", "200"), labels(new AxisScale(true, 16, 256)));
  }

  @Test
  void coversWhatItCanShowAndLeavesOutTheRest() {
    Axis log = Axis.log("rate", "Hz");
    AxisScale scale = AxisScale.covering(log, List.of(List.of(0.0, -1.0, Double.NaN, 2.0, 8.0)));
    assertEquals(new AxisScale(true, 2, 8), scale);
    assertEquals(new AxisScale(true, 0.1, 10), AxisScale.covering(log, List.of(List.of())));
    Axis linear = Axis.linear("rate", "Hz");
    assertEquals(
        new AxisScale(false, 1.5, 4.5), AxisScale.covering(linear, List.of(List.of(3.0, 3.0))));
  }

  @Test
  void cellsOfAMapMeetInTheMiddle() {
    assertEquals(
        List.of(0.5, 1.5, 3.0, 5.0),
        AxisScale.edges(List.of(1.0, 2.0, 4.0), Axis.linear("x", "1")));
    List<Double> log = AxisScale.edges(List.of(1.0, 100.0), Axis.log("x", "1"));
    assertEquals(0.1, log.get(0), TINY);
    assertEquals(10, log.get(1), TINY);
    assertEquals(1000, log.get(2), 1e-9);
  }

  private static List<String> labels(AxisScale scale) {
    return scale.ticks().stream().map(AxisScale.Tick::label).toList();
  }
}
