// SPDX-License-Identifier: Apache-2.0
package engram.flow.fourier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.autodiff.array.Precision;
import engram.random.Seeds;
import engram.source.FromPaper;
import org.junit.jupiter.api.Test;

/// Two neurons whose winners are plain by hand, and nets of many.
@FromPaper(value = "modular-addition", at = "lottery")
final class LotteryTest {
  private static final int P = 7;
  private static final FourierBasis BASIS = new FourierBasis(P);

  private static double[] row(Wave... waves) {
    double[] row = new double[P];
    for (Wave wave : waves) {
      BASIS.add(wave, row, 0);
    }
    return row;
  }

  /// Frequency 1 is locked but faint, 2 is the largest but against its output, 3 has the largest
  /// drive at once.
  @Test
  void eachRuleNamesItsOwn() {
    double[] in = row(new Wave(1, 0.01, 0.5), new Wave(2, 0.2, 0), new Wave(3, 0.15, 0.4));
    double[] out = row(new Wave(1, 0.01, 1), new Wave(2, 0.1, 3), new Wave(3, 0.1, 0.5));
    Lottery lottery = Lottery.of(BASIS, in, out);
    assertArrayEquals(
        new int[] {1}, lottery.winners(Lottery.Rule.SMALLEST_MISALIGNMENT), "smallest |D|");
    assertArrayEquals(new int[] {2}, lottery.winners(Lottery.Rule.LARGEST_INPUT), "largest alpha");
    assertArrayEquals(new int[] {3}, lottery.winners(Lottery.Rule.LARGEST_DRIVE), "drive");
    assertArrayEquals(new int[] {3}, lottery.winners(Lottery.Rule.FLOW), "flow");
  }

  @Test
  void amongEqualWavesTheFlowIsTheSmallestMisalignment() {
    NetSettings equal = new NetSettings(200, Response.SQUARE, NetSettings.Start.EQUAL_WAVES, 0.1);
    AdditionNet net = AdditionNet.of(23, equal, Precision.DOUBLE, Seeds.of(3));
    Lottery lottery = Lottery.of(net);
    assertArrayEquals(
        lottery.winners(Lottery.Rule.SMALLEST_MISALIGNMENT), lottery.winners(Lottery.Rule.FLOW));
    WaveSpectrum spectrum = net.spectrum();
    assertEquals(1.0 / 11, spectrum.participationRatio(), 1e-12);
    for (WaveSpectrum.Neuron neuron : spectrum.neurons()) {
      assertEquals(0.2 / 23, neuron.input().amplitude(), 1e-12);
      assertEquals(0.2 / 23, neuron.output().amplitude(), 1e-12);
    }
  }

  @Test
  void fromARandomStartTheSmallestMisalignmentSaysLittleOfTheFlow() {
    NetSettings random = new NetSettings(500, Response.SQUARE, NetSettings.Start.RANDOM, 0.1);
    AdditionNet net = AdditionNet.of(23, random, Precision.DOUBLE, Seeds.of(4));
    Lottery lottery = Lottery.of(net);
    int[] flow = lottery.winners(Lottery.Rule.FLOW);
    int[] nearest = lottery.winners(Lottery.Rule.SMALLEST_MISALIGNMENT);
    int same = 0;
    for (int m = 0; m < flow.length; m++) {
      same += flow[m] == nearest[m] ? 1 : 0;
    }
    assertTrue(same < 200, "same in " + same + " of 500");
  }

  @Test
  void refusesWeightsThatDoNotFit() {
    assertEquals(
        "weights must be as many rows of 7 in both layers, was 8 and 7 numbers",
        assertThrows(
                IllegalArgumentException.class,
                () -> Lottery.of(BASIS, new double[8], new double[7]))
            .getMessage());
  }
}
