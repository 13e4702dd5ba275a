// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import engram.data.series.TimedValue;
import engram.random.Seeds;
import engram.sequence.forecast.rival.EchoForecaster;
import engram.sequence.forecast.rival.EchoSettings;
import engram.sequence.forecast.rival.ElmForecaster;
import engram.sequence.forecast.rival.ElmSettings;
import engram.sequence.forecast.rival.KnnForecaster;
import engram.sequence.forecast.rival.KnnSettings;
import engram.sequence.forecast.rival.Lags;
import engram.sequence.forecast.rival.Scaling;
import engram.sequence.forecast.rival.SymbolElm;
import engram.state.Machine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The bits of forecasts, as this code gave them with scalar kernels and with those of 256 and 512
/// bits. A change of the definition changes them; nothing else may.
class ForecastBitsTest {
  private static final Duration STEP = Duration.ofHours(1);
  private static final Scaling.Given GIVEN = new Scaling.Given(0, 1);

  @Test
  void characterisesTheBitsOfNearestNeighbours() {
    assertEquals(
        -714_148_497_013_204_606L, bits(new KnnForecaster(new KnnSettings(30, 4, 200), STEP, 2)));
  }

  @Test
  void characterisesTheBitsOfAnExtremeLearningMachine() {
    ElmSettings settings = new ElmSettings(40, new Lags(20, true), 100, 1e-6, GIVEN, false);
    assertEquals(
        -1_381_671_351_199_878_189L, bits(new ElmForecaster(settings, STEP, 2, Seeds.of(1))));
  }

  @Test
  void characterisesTheBitsOfAnEchoStateNetwork() {
    EchoSettings settings = EchoSettings.published(GIVEN);
    assertEquals(
        211_122_310_804_115_040L, bits(new EchoForecaster(settings, STEP, 2, Seeds.of(1))));
  }

  @Test
  void characterisesTheBitsOfSymbols() {
    SymbolElm machine =
        new SymbolElm(new SymbolElm.Settings(9, 9, 25, 50, 10, 80, 1e-6), 9, Seeds.of(1));
    int hash = 0;
    for (int t = 0; t < 500; t++) {
      List<Integer> next = machine.step(t * t % 9);
      hash = 31 * hash + next.hashCode();
    }
    assertEquals(-712_540_127, 31 * hash + machine.snapshot().hashCode());
  }

  private static long bits(Machine<TimedValue, Forecast> machine) {
    double[] noise = new double[500];
    Seeds.of(2).stream("noise").fillGaussian(noise, 1);
    long bits = 0;
    for (int t = 0; t < noise.length; t++) {
      Instant time = Instant.EPOCH.plus(STEP.multipliedBy(t));
      double value = machine.step(new TimedValue(time, noise[t])).value();
      bits = 31 * bits + Double.doubleToLongBits(value);
    }
    return bits;
  }
}
