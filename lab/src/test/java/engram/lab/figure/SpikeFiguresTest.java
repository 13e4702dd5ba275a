// SPDX-License-Identifier: Apache-2.0
package engram.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Figures of spikes as values.
final class SpikeFiguresTest {
  @Test
  void rateIsAStaircaseOverZero() {
    Figure figure = SpikeFigures.rate("rate", "See.", List.of(0.0, 10.0, 20.0), List.of(3.0, 5.0));
    Mark.Line line = assertInstanceOf(Mark.Line.class, figure.marks().getFirst());
    assertEquals(List.of(0.0, 10.0, 10.0, 20.0), line.x());
    assertEquals(List.of(3.0, 3.0, 5.0, 5.0), line.y());
    assertEquals(List.of(0.0, 0.0, 0.0, 0.0), line.low());
    assertEquals(figure.x(), SpikeFigures.raster("raster", "See.", List.of(1.0), List.of(2.0)).x());
  }

  /// The same share on a bin twice as wide, in doublings, is half as high.
  @Test
  void areasOfIntervalsAreShares() {
    Figure figure =
        SpikeFigures.intervals(
            "intervals",
            "See.",
            List.of(1.0, 2.0, 8.0),
            List.of(0.5, 0.5),
            new SpikeFigures.Expected("theory", List.of(0.25, 0.75)));
    Mark.Line theory = assertInstanceOf(Mark.Line.class, figure.marks().get(0));
    Mark.Line measured = assertInstanceOf(Mark.Line.class, figure.marks().get(1));
    assertEquals(Mark.Role.THEORY, theory.role());
    assertEquals(0.375, theory.y().get(2), 1e-12);
    assertEquals(0.5, measured.y().get(0), 1e-12);
    assertEquals(0.25, measured.y().get(2), 1e-12);
    assertEquals(
        "borders of measured must be 2, was 3",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    SpikeFigures.intervals(
                        "intervals",
                        "See.",
                        List.of(1.0, 2.0, 8.0),
                        List.of(0.5),
                        new SpikeFigures.Expected("theory", List.of(0.25, 0.75))))
            .getMessage());
  }

  @Test
  void avalanchesMayComeWithoutALaw() {
    List<Double> size = List.of(1.0, 2.0);
    List<Double> share = List.of(1.0, 0.5);
    assertEquals(
        List.of(Mark.points("avalanches", size, share)),
        SpikeFigures.avalanches("a", "See.", size, share, Optional.empty()).marks());
    assertEquals(
        2,
        SpikeFigures.avalanches(
                "a", "See.", size, share, Optional.of(new SpikeFigures.Expected("law", share)))
            .marks()
            .size());
  }
}
