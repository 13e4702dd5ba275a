// SPDX-License-Identifier: Apache-2.0
package engram.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.math.Root.Bracket;
import engram.random.RandomStream;
import engram.random.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@SuppressWarnings("FloatingPointLiteralPrecision") // expectations stand to 20 digits
class RootTest {
  @Test
  void findsKnownConstants() {
    Root dottie = Root.brent(x -> StrictMath.cos(x) - x, new Bracket(0, 1), 1e-15);
    assertEquals(0.73908513321516064166, dottie.x(), 2e-15);
    Root wallis = Root.brent(x -> x * x * x - 2 * x - 5, new Bracket(2, 3), 1e-15);
    assertEquals(2.0945514815423265915, wallis.x(), 5e-15);
    assertEquals(0, wallis.residual(), 1e-13);
    assertTrue(wallis.evaluations() < 20, wallis + "");
  }

  @Test
  void takesAZeroAtAnEnd() {
    assertEquals(0, Root.brent(x -> x, new Bracket(0, 1), 1e-12).x(), 1e-12);
    assertEquals(1, Root.brent(x -> x - 1, new Bracket(0, 1), 1e-12).x(), 1e-12);
  }

  @Test
  void countsItsCalls() {
    int[] calls = {0};
    Root root =
        Root.brent(
            x -> {
              calls[0]++;
              return StrictMath.exp(x) - 2;
            },
            new Bracket(-5, 5),
            1e-12);
    assertEquals(calls[0], root.evaluations());
    assertEquals(StrictMath.log(2), root.x(), 1e-11);
  }

  @Test
  void widensAGuessUntilTheSignChanges() {
    long seed = 4;
    RandomStream random = Seeds.of(seed).stream("roots");
    for (int i = 0; i < 300; i++) {
      double zero = 1000 * random.nextGaussian();
      Bracket found = Root.bracket(x -> StrictMath.cbrt(x - zero), new Bracket(-0.5, 0.5), 100);
      String where = "seed " + seed + ", zero " + zero;
      assertTrue(found.low() <= zero && zero <= found.high(), where + " in " + found);
      Root root = Root.brent(x -> StrictMath.cbrt(x - zero), found, 1e-12);
      assertEquals(zero, root.x(), 1e-11 * Math.max(1, Math.abs(zero)), where);
    }
  }

  @Test
  void refusesBadInput() {
    assertEquals(
        "bracket must be finite with low below high, was [1.0, 1.0]",
        message(() -> new Bracket(1, 1)));
    assertEquals(
        "f must be of opposite sign at the ends of the bracket, was 1.0 and 2.0",
        message(() -> Root.brent(x -> x, new Bracket(1, 2), 1e-9)));
    assertEquals(
        "f must be of opposite sign at the ends of the bracket, was NaN and NaN",
        message(() -> Root.brent(x -> Double.NaN, new Bracket(1, 2), 1e-9)));
    assertEquals(
        "tolerance must be above 0, was 0.0",
        message(() -> Root.brent(x -> x, new Bracket(-1, 2), 0)));
    assertEquals(
        "f must change its sign near the guess, was 1.0 at 0.0 and 1.0 at 1.0",
        message(() -> Root.bracket(x -> 1, new Bracket(0, 1), 0)));
  }

  private static @Nullable String message(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }
}
