// SPDX-License-Identifier: Apache-2.0
package engram.spiking.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.random.Seeds;
import engram.signal.spike.SpikeRaster;
import engram.source.FromPaper;
import engram.spiking.pool.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// Potentials by hand, the delay of a step, the bound, the drive of a teacher, refusals.
@FromPaper(value = "pspm", at = "spec: networks")
final class DiscreteLifTest {
  /// Events of .6 at steps 0, 1 and 5: .6, then .54 + .6 fires; .6 alone does not.
  @Test
  void potentialLeaksAndFiresAtOne() {
    DiscreteLif net = new DiscreteLif(0.9, new double[] {0.6}, new double[1]);
    SpikeRaster input = Scene.raster(1, 8, 0, 0, 0, 1, 0, 5);
    SpikeRaster spikes = net.replay(RecurrentWeights.none(1), input);
    assertEquals(Scene.raster(1, 8, 0, 1), spikes);
  }

  @Test
  void potentialAtTheStartCounts() {
    DiscreteLif net = new DiscreteLif(0.9, new double[] {0.6}, new double[] {0.5});
    SpikeRaster spikes = net.replay(RecurrentWeights.none(1), Scene.raster(1, 3, 0, 0));
    assertEquals(Scene.raster(1, 3, 0, 0), spikes);
  }

  /// A spike acts one step later; a chain of three fires one step after another.
  @Test
  void spikeArrivesOneStepLater() {
    double[][] rows = new double[3][3];
    rows[1][0] = 1;
    rows[2][1] = 1;
    DiscreteLif net = new DiscreteLif(0.9, new double[] {1, 0, 0}, new double[3]);
    SpikeRaster spikes = net.replay(RecurrentWeights.of(rows), Scene.raster(3, 5, 0, 1));
    assertEquals(Scene.raster(3, 5, 0, 1, 1, 2, 2, 3), spikes);
  }

  /// An inhibition of -50 leaves -1 and not -50: after ten steps -.35, and an event of 1.4 fires.
  @Test
  void inhibitionIsBounded() {
    double[][] rows = new double[2][2];
    rows[1][0] = -50;
    DiscreteLif net = new DiscreteLif(0.9, new double[] {1, 1.4}, new double[2]);
    SpikeRaster input = Scene.raster(2, 20, 0, 0, 1, 11);
    SpikeRaster spikes = net.replay(RecurrentWeights.of(rows), input);
    assertEquals(Scene.raster(2, 20, 0, 0, 1, 11), spikes);
  }

  @Test
  void teacherWithTheNetsOwnSpikesIsTheFreeRun() {
    Scene scene = Scene.of(30, 300, 0.2, 5);
    SpikeRaster driven = scene.net().driven(scene.truth(), scene.input(), scene.target());
    assertEquals(scene.target(), driven);
  }

  @Test
  void teacherFeedsBackInPlaceOfTheNet() {
    double[][] rows = new double[2][2];
    rows[1][0] = 1;
    DiscreteLif net = new DiscreteLif(0.9, new double[] {1, 0}, new double[2]);
    SpikeRaster input = Scene.raster(2, 6, 0, 0);
    SpikeRaster driven = net.driven(RecurrentWeights.of(rows), input, Scene.raster(2, 6, 0, 3));
    assertEquals(Scene.raster(2, 6, 0, 0, 1, 4), driven);
  }

  @Test
  void standardNetHasInputWeightsInTheirRange() {
    DiscreteLif net = DiscreteLif.standard(500, Seeds.of(1).stream("net"));
    for (int i = 0; i < 500; i++) {
      assertEquals(0.6, net.inputWeight(i), 0.1);
      assertEquals(0, net.start(i));
    }
    assertEquals(0.9, net.leak());
  }

  @Test
  void refusesWhatIsNoNet() {
    refuses("leak must be in [0, 1), was 1.0", 1, new double[1], new double[1]);
    refuses("inputWeights and start must have one length above 0, was 0 and 0", 0.9);
    refuses("inputWeights must be finite, was NaN at neuron 0", 0.9, new double[] {Double.NaN});
    refuses("start must be in [-1, 1), was 1.0 at neuron 0", 0.9, new double[1], new double[] {1});
    DiscreteLif net = new DiscreteLif(0.9, new double[2], new double[2]);
    SpikeRaster input = new SpikeRaster(2, 5);
    assertEquals(
        "weights must be of 2 neurons, was 3",
        message(() -> net.replay(RecurrentWeights.none(3), input)));
    assertEquals(
        "input must be 2 x 5, was 3 x 5",
        message(() -> net.replay(RecurrentWeights.none(2), new SpikeRaster(3, 5))));
    assertEquals(
        "teacher must be 2 x 5, was 2 x 6",
        message(() -> net.driven(RecurrentWeights.none(2), input, new SpikeRaster(2, 6))));
  }

  private static void refuses(String message, double leak, double[]... weights) {
    double[] x = weights.length > 0 ? weights[0] : new double[0];
    double[] v = weights.length > 1 ? weights[1] : new double[x.length];
    assertEquals(message, message(() -> new DiscreteLif(leak, x, v)));
  }

  private static String message(Executable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
