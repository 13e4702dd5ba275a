// SPDX-License-Identifier: Apache-2.0
package engram.credit.curl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Maps whose exponent is known: the logistic map at 4 has ln 2, the map of Henon 0.4192 (Sprott,
/// Chaos and Time-Series Analysis, 2003), a linear contraction the logarithm of its factor, a
/// rotation 0.
@FromPaper(value = "curl-descent", at = "abstract: chaos")
final class TwinTrajectoriesTest {
  private static final class Iterated implements Dynamics {
    private final UnaryOperator<double[]> map;
    private double[] state;

    Iterated(UnaryOperator<double[]> map, double... state) {
      this.map = map;
      this.state = state.clone();
    }

    @Override
    public int size() {
      return state.length;
    }

    @Override
    public void step() {
      state = map.apply(state);
    }

    @Override
    public void read(double[] into) {
      System.arraycopy(state, 0, into, 0, state.length);
    }

    @Override
    public void write(double[] from) {
      state = from.clone();
    }

    @Override
    public Iterated fork() {
      return new Iterated(map, state);
    }
  }

  private static TwinTrajectories twins(Iterated map, int steps, int blocks) {
    RandomStream direction = Seeds.of(2).stream("direction");
    return TwinTrajectories.run(map, 1e-8, steps, blocks, direction);
  }

  @Test
  void findsTheExponentsOfChaoticMaps() {
    Iterated logistic = new Iterated(x -> new double[] {4 * x[0] * (1 - x[0])}, 0.3);
    assertEquals(0.6931, twins(logistic, 1, 200_000).perStep(), 0.01);
    Iterated henon =
        new Iterated(x -> new double[] {1 - 1.4 * x[0] * x[0] + x[1], 0.3 * x[0]}, 0.1, 0.1);
    assertEquals(0.4192, twins(henon, 2, 50_000).perStep(), 0.01);
  }

  @Test
  void isBelowZeroWhereNeighboursMeetAndZeroOnACircle() {
    Iterated contraction = new Iterated(x -> new double[] {0.5 * x[0], 0.8 * x[1]}, 1e-3, 1e-3);
    TwinTrajectories meets = twins(contraction, 3, 100);
    assertEquals(-0.2231, meets.laterHalfPerStep(), 1e-3);
    Iterated turn =
        new Iterated(x -> new double[] {0.8 * x[0] - 0.6 * x[1], 0.6 * x[0] + 0.8 * x[1]}, 1, 0);
    assertEquals(0, twins(turn, 10, 100).perStep(), 1e-6);
  }

  @Test
  void twinsThatMeetGoOn() {
    Iterated constant = new Iterated(x -> new double[] {0.7}, 0.2);
    assertEquals(StrictMath.log(1e-6), twins(constant, 1, 5).perStep(), 1e-12);
  }

  @Test
  void refusesBadSettings() {
    Iterated map = new Iterated(x -> x, 1);
    assertEquals("blocks must be 1 or more, was 0", refusal(() -> twins(map, 1, 0)));
    assertEquals("blockSteps must be 1 or more, was 0", refusal(() -> twins(map, 0, 1)));
    assertEquals(
        "growths must be one or more, was none", refusal(() -> new TwinTrajectories(List.of(), 1)));
    assertEquals(
        "distance must be finite and above 0, was 0.0",
        refusal(() -> TwinTrajectories.run(map, 0, 1, 1, Seeds.of(1).stream("d"))));
  }

  private static @Nullable String refusal(Runnable bad) {
    return assertThrows(IllegalArgumentException.class, bad::run).getMessage();
  }
}
