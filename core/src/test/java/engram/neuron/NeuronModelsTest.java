// SPDX-License-Identifier: Apache-2.0
package engram.neuron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.neuron.lif.AdaptiveExponential;
import engram.neuron.lif.Conductances;
import engram.neuron.lif.Firing;
import engram.neuron.lif.LifAlpha;
import engram.neuron.lif.LifConductance;
import engram.neuron.lif.LifDelta;
import engram.neuron.lif.LifExponential;
import engram.neuron.lif.Membrane;
import engram.neuron.lif.SiegertRate;
import engram.neuron.lif.SynapticTimes;
import engram.random.RandomStream;
import engram.random.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every kernel against the definition of its model, closed forms of the linear ones, and what
/// parameters are refused.
final class NeuronModelsTest {
  private static final Membrane MEMBRANE = new Membrane(250, 10, -65);
  private static final Firing FIRING = new Firing(-50, -60, 2);
  private static final SynapticTimes TIMES = new SynapticTimes(2, 5);

  private static Conductances conductances(Conductances.Method method) {
    return new Conductances(TIMES, 0, -80, method);
  }

  private static final List<NeuronModel> MODELS =
      List.of(
          new LifDelta(MEMBRANE, FIRING),
          new LifExponential(MEMBRANE, FIRING, TIMES),
          new LifExponential(MEMBRANE, FIRING, new SynapticTimes(10, 10.0001)),
          new LifAlpha(MEMBRANE, FIRING, TIMES),
          new LifConductance(MEMBRANE, FIRING, conductances(Conductances.Method.EULER)),
          new LifConductance(MEMBRANE, FIRING, conductances(Conductances.Method.EXPONENTIAL_EULER)),
          Izhikevich.regularSpiking(5),
          Izhikevich.fastSpiking(0),
          AdaptiveExponential.ofAuthors(3),
          new StochasticNeuron(0.1));

  /// Each step of the kernel against that of the definition from the same state.
  @Test
  void kernelsFollowTheirDefinitions() {
    for (NeuronModel model : MODELS) {
      int n = 37;
      Site site = new Site(0.1, 99, 0, n);
      NeuronKernel kernel = model.kernel(site);
      float[][] x = new float[model.variables().size()][n];
      float[][] in = new float[model.receptors().size()][n];
      double[][] y = new double[n][x.length];
      List<NeuronDefinition> definitions = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        definitions.add(model.definition(new Site(0.1, 99, i, 1)).orElseThrow());
        for (int k = 0; k < x.length; k++) {
          x[k][i] = (float) model.variables().get(k).start();
          y[i][k] = x[k][i];
        }
      }
      RandomStream stream = Seeds.of(4).stream("input");
      int spikes = 0;
      for (int step = 0; step < 400; step++) {
        double[][] input = new double[n][in.length];
        for (int r = 0; r < in.length; r++) {
          for (int i = 0; i < n; i++) {
            double size = in.length == 1 ? 0.2 : model instanceof Izhikevich ? 3 : 20;
            in[r][i] = (float) (stream.nextDouble() < 0.3 ? stream.nextDouble() * size : 0);
            input[i][r] = in[r][i];
          }
        }
        for (int i = 0; i < n; i++) {
          for (int k = 0; k < x.length; k++) {
            y[i][k] = x[k][i];
          }
        }
        kernel.advance(x, in, 0, n, step);
        for (int i = 0; i < n; i++) {
          definitions.get(i).advance(y[i], input[i], step);
          boolean fires = y[i][0] >= definitions.get(i).threshold();
          if (fires) {
            spikes++;
            definitions.get(i).reset(y[i]);
            kernel.reset(x, new int[] {i}, 0, 1);
          } else if (i % 5 == 0 && step % 50 == 7) {
            definitions.get(i).hold(y[i]);
            kernel.hold(x, new int[] {i}, 0, 1);
          }
          for (int k = 0; k < x.length; k++) {
            double allowed = 1e-5 * (1 + Math.abs(y[i][k]));
            assertEquals(y[i][k], x[k][i], allowed, model + " variable " + k + " step " + step);
          }
        }
      }
      if (model instanceof StochasticNeuron) {
        assertTrue(spikes > 100, "few spikes of " + model);
      }
    }
  }

  /// Of an exponential current the potential is a difference of two exponentials, at any dt.
  @Test
  void anExponentialCurrentMakesTheClosedForm() {
    for (double dt : new double[] {0.1, 0.5, 1.7}) {
      LifExponential model =
          new LifExponential(
              new Membrane(250, 10, 0), new Firing(1000, 0, 0), new SynapticTimes(2, 5));
      NeuronDefinition definition = model.definition(Site.of(dt, 1)).orElseThrow();
      double[] x = {0, 0, 0};
      definition.advance(x, new double[] {100, 0, 0}, 0);
      for (int step = 1; step <= 40; step++) {
        definition.advance(x, new double[3], step);
        double t = step * dt;
        double expected =
            100.0 / 250 * 10 * 2 / (10 - 2) * (StrictMath.exp(-t / 10) - StrictMath.exp(-t / 2));
        assertEquals(expected, x[0], 1e-12, "dt " + dt + " step " + step);
      }
    }
  }

  /// Of an alpha current, with the peak of the current at tau_s and of size w.
  @Test
  void anAlphaCurrentMakesTheClosedForm() {
    double s = 2;
    double tau = 10;
    double c = 250;
    LifAlpha model =
        new LifAlpha(new Membrane(c, tau, 0), new Firing(1000, 0, 0), new SynapticTimes(s, s));
    NeuronDefinition definition = model.definition(Site.of(0.1, 1)).orElseThrow();
    double[] x = new double[5];
    definition.advance(x, new double[] {100, 0, 0}, 0);
    double b = 1 / s - 1 / tau;
    for (int step = 1; step <= 300; step++) {
      definition.advance(x, new double[3], step);
      double t = step * 0.1;
      double current = 100 * t / s * StrictMath.exp(1 - t / s);
      double fast = StrictMath.exp(-t / s);
      double potential =
          100 * StrictMath.E / (s * c * b) * ((StrictMath.exp(-t / tau) - fast) / b - t * fast);
      assertEquals(current, x[1], 1e-10);
      assertEquals(potential, x[0], 1e-12);
    }
  }

  /// Where a synapse is as slow as the membrane the limit is t e^(-t / tau) w / C.
  @Test
  void equalTimeConstantsTakeTheLimit() {
    LifExponential model =
        new LifExponential(
            new Membrane(250, 10, 0), new Firing(1000, 0, 0), new SynapticTimes(10, 10));
    NeuronDefinition definition = model.definition(Site.of(0.1, 1)).orElseThrow();
    double[] x = {0, 100, 0};
    for (int step = 1; step <= 100; step++) {
      definition.advance(x, new double[3], step);
      double t = step * 0.1;
      assertEquals(100 * t / 250 * StrictMath.exp(-t / 10), x[0], 1e-12);
    }
  }

  /// Without noise the rate is that of a constant input; far below threshold it is nothing.
  @Test
  void siegertsRateHasItsLimits() {
    Firing firing = new Firing(20, 10, 2);
    double still = 1000 / (2 + 20 * StrictMath.log((30.0 - 10) / (30 - 20)));
    assertEquals(still, SiegertRate.hz(20, firing, 30, 0.01), 1e-4 * still);
    assertEquals(0, SiegertRate.hz(20, firing, 0, 0.5));
    assertEquals(500, SiegertRate.hz(20, firing, 1e7, 5), 0.1);
    double noisy = SiegertRate.hz(20, firing, 15, 5);
    assertTrue(noisy > 5 && noisy < still, "rate " + noisy);
  }

  @Test
  void izhikevichRestsAtMinusSeventy() {
    NeuronDefinition definition =
        Izhikevich.regularSpiking(0).definition(Site.of(0.5, 1)).orElseThrow();
    double[] x = {-65, -13, 0};
    for (int step = 0; step < 4000; step++) {
      definition.advance(x, new double[2], step);
    }
    assertEquals(-70, x[0], 1e-6);
    assertEquals(-14, x[1], 1e-6);
  }

  /// Cells that differ are advanced as each would be alone.
  @Test
  void mixedCellsAreEachTheirOwn() {
    List<NeuronModel> unlike = new ArrayList<>();
    List<NeuronModel> izhikevich = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      unlike.add(new LifDelta(new Membrane(250, 10 + i / 3, -65), new Firing(-50 + i / 4, -65, 2)));
      izhikevich.add(new Izhikevich(0.02 + 0.001 * i, 0.2, -65 + i, 8 - 0.1 * i, 5));
    }
    for (List<NeuronModel> cells : List.of(unlike, izhikevich)) {
      NeuronModel mixed = new Mixed(cells);
      int n = cells.size();
      NeuronKernel together = mixed.kernel(Site.of(0.5, n));
      float[][] x = new float[mixed.variables().size()][n];
      float[][] in = new float[mixed.receptors().size()][n];
      Arrays.fill(x[0], -60);
      Arrays.fill(in[0], 2);
      together.advance(x, in, 0, n, 0);
      together.reset(x, new int[] {3, 11}, 0, 2);
      for (int i = 0; i < n; i++) {
        float[][] alone = new float[x.length][1];
        alone[0][0] = -60;
        NeuronKernel own = cells.get(i).kernel(Site.of(0.5, 1));
        own.advance(alone, new float[in.length][1], 0, 1, 0);
        float[][] fed = new float[in.length][1];
        fed[0][0] = 2;
        alone = new float[x.length][1];
        alone[0][0] = -60;
        own.advance(alone, fed, 0, 1, 0);
        if (i == 3 || i == 11) {
          own.reset(alone, new int[] {0}, 0, 1);
        }
        for (int k = 0; k < x.length; k++) {
          assertEquals(alone[k][0], x[k][i], "variable " + k + " of neuron " + i);
        }
      }
    }
  }

  @Test
  void refusesWhatMakesNoNeuron() {
    refuses(
        "resetMv must be below the threshold of -50.0, was -50.0", () -> new Firing(-50, -50, 2));
    refuses("tauMs must be above 0 and finite, was 0.0", () -> new Membrane(250, 0, -65));
    refuses("capacitancePf must be above 0 and finite, was -1.0", () -> new Membrane(-1, 1, 0));
    refuses("refractoryMs must be at least 0 and finite, was -1.0", () -> new Firing(1, 0, -1));
    refuses(
        "excitatoryMs must be above 0 and finite, was NaN", () -> new SynapticTimes(Double.NaN, 1));
    refuses("dtMs must be above 0 and finite, was 0.0", () -> Site.of(0, 1));
    refuses(
        "dtMs must be at most 1 for two half steps of Izhikevich's neuron, was 1.5",
        () -> Izhikevich.regularSpiking(5).kernel(Site.of(1.5, 1)));
    refuses("c must be below the peak of 30, was 31.0", () -> new Izhikevich(0.02, 0.2, 31, 8, 5));
    refuses("probability must be in [0, 1], was 1.5", () -> new StochasticNeuron(1.5));
    refuses(
        "receptor must be one of [potential, current], was 'x'",
        () -> new LifDelta(MEMBRANE, FIRING).receptor("x"));
    refuses(
        "cells must be of one class, was LifDelta and StochasticNeuron",
        () -> new Mixed(List.of(new LifDelta(MEMBRANE, FIRING), new StochasticNeuron(0.1))));
  }

  private static void refuses(String message, Runnable what) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, what::run).getMessage());
  }
}
