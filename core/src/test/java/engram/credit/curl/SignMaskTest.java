// SPDX-License-Identifier: Apache-2.0
package engram.credit.curl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.random.Seeds;
import engram.source.FromPaper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@FromPaper(value = "curl-descent", at = "code: masks")
final class SignMaskTest {
  private static final NetShape SHAPE = new NetShape(3, 2, 1, Nonlinearity.IDENTITY);

  private static @Nullable String refusal(Runnable bad) {
    return assertThrows(IllegalArgumentException.class, bad::run).getMessage();
  }

  @Test
  void flipsTheFirstSendersAsTheScriptsDo() {
    SignMask mask = SignMask.flipped(SHAPE, 2, 1);
    assertEquals(SignMask.Side.PRE, mask.side());
    assertArrayEquals(new double[] {-1, -1, 1}, mask.first());
    assertArrayEquals(new double[] {-1, 1}, mask.second());
  }

  @Test
  void aSenderSignsItsColumnAndAReceiverItsRow() {
    double[] columns = {1, 2, 3, 4, 5, 6};
    SignMask.preSynaptic(new double[] {-1, 1, 1}, new double[] {1, 1}).applyFirst(columns, 3);
    assertArrayEquals(new double[] {-1, 2, 3, -4, 5, 6}, columns);
    double[] rows = {1, 2, 3, 4, 5, 6};
    SignMask.postSynaptic(new double[] {1, -1}, new double[] {1}).applyFirst(rows, 3);
    assertArrayEquals(new double[] {1, 2, 3, -4, -5, -6}, rows);
  }

  @Test
  void refusesWhatIsNoSign() {
    assertEquals(
        "signs of inputs must be 1 or -1, was 0.5",
        refusal(() -> SignMask.preSynaptic(new double[] {1, 0.5}, new double[] {1})));
    assertEquals(
        "signs of outputs must be 1 or -1, was NaN",
        refusal(() -> SignMask.postSynaptic(new double[] {1}, new double[] {Double.NaN})));
    assertEquals(
        "gains of second must be finite, was Infinity",
        refusal(() ->
            SignMask.gains(
                SignMask.Side.PRE, new double[] {0.5}, new double[] {Double.POSITIVE_INFINITY})));
    assertEquals(
        "flipped hidden must be in [0, 2], was 3", refusal(() -> SignMask.flipped(SHAPE, 0, 3)));
  }

  @Test
  void refusesANetOfOtherSizes() {
    SignMask columns = SignMask.preSynaptic(new double[] {1, 1}, new double[] {1, 1});
    SignMask rows = SignMask.postSynaptic(new double[] {1, 1}, new double[] {1, 1});
    TwoLayerNet net = TwoLayerNet.uniform(SHAPE, 1, Seeds.of(1).stream("net"));
    assertEquals(
        "pre-synaptic mask of the first layer must have length 3, was 2",
        refusal(() -> SolutionStability.isStable(net, columns)));
    assertEquals(
        "post-synaptic mask of the second layer must have length 1, was 2",
        refusal(() -> SolutionStability.isStable(net, rows)));
  }
}
