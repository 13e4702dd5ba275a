// SPDX-License-Identifier: Apache-2.0
package engram.memory.dense;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.kernel.Doubles;
import engram.math.Gamma;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.Arrays;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// The dynamics against Boltzmann's law, closed forms and monotony.
@FromPaper(value = "dense-hebbian", at = "spec: Monte Carlo")
final class GlauberDynamicsTest {
  private static final long SEED = 3;

  private static RandomStream random(String name) {
    return Seeds.of(SEED).stream(name);
  }

  private static byte[] state(int code, int spins) {
    byte[] state = new byte[spins];
    for (int i = 0; i < spins; i++) {
      state[i] = (byte) (((code >> i) & 1) * 2 - 1);
    }
    return state;
  }

  private static int code(byte[] state) {
    int code = 0;
    for (int i = 0; i < state.length; i++) {
      code |= ((state[i] + 1) / 2) << i;
    }
    return code;
  }

  /// p of the histogram over all states of 8 spins, taken every fifth sweep.
  private static double boltzmann(DenseHebbianNetwork net, double temperature) {
    double[] weights = new double[256];
    for (int code = 0; code < 256; code++) {
      weights[code] = Doubles.exp(-net.energy(state(code, 8)) / temperature);
    }
    GlauberDynamics dynamics =
        new GlauberDynamics(
            net, state(0, 8), temperature, FieldScheme.EXACT_DISTINCT, random("balance"));
    long[] seen = new long[256];
    for (int sample = 0; sample < 20_000; sample++) {
      for (int k = 0; k < 5; k++) {
        dynamics.sweep();
      }
      seen[code(dynamics.state())]++;
    }
    return ChiSquareTest.withDefaults().test(weights, seen).getPValue();
  }

  @Test
  void visitsStatesAsOftenAsBoltzmannSays() {
    for (int bodies : new int[] {2, 3, 4}) {
      Patterns patterns = Patterns.random(4, 8, random("patterns"));
      ExampleSet set = ExampleSet.drawKept(patterns, 3, 0.8, random("examples"));
      double archetypes = boltzmann(DenseHebbianNetwork.archetypes(bodies, patterns), 2.5);
      double supervised = boltzmann(DenseHebbianNetwork.supervised(bodies, set), 2.5);
      double tensor =
          boltzmann(DenseHebbianNetwork.noisyTensor(bodies, patterns, 1, random("t")), 4);
      assertTrue(archetypes > 1e-3, "seed " + SEED + ", P = " + bodies + ": p " + archetypes);
      assertTrue(supervised > 1e-3, "seed " + SEED + ", P = " + bodies + ": p " + supervised);
      assertTrue(tensor > 1e-3, "seed " + SEED + ", P = " + bodies + ": p " + tensor);
    }
  }

  @Test
  void theEnergyNeverRisesAtZeroTemperature() {
    for (int bodies = 2; bodies <= 6; bodies++) {
      ExampleSet set = ExampleSet.draw(Patterns.random(60, 40, random("p")), 11, 0.6, random("e"));
      for (DenseHebbianNetwork net :
          new DenseHebbianNetwork[] {
            DenseHebbianNetwork.supervised(bodies, set),
            DenseHebbianNetwork.archetypes(bodies, set.archetypes())
          }) {
        Trajectory run =
            MonteCarlo.at(0, 30, 0).run(net, Start.flipped(0, 0.5), random("run " + bodies));
        double[] energy = run.energyPerSpin();
        for (int sweep = 1; sweep < energy.length; sweep++) {
          assertTrue(energy[sweep] <= energy[sweep - 1], net + ", sweep " + sweep);
        }
        assertTrue(energy[30] < energy[0]);
        assertEquals(energy[29], energy[30], "settles");
      }
    }
  }

  /// Two patterns that agree at the first spin only leave a two-body field of 0 at the others.
  @Test
  void aTieKeepsTheSpin() {
    Patterns patterns = Patterns.of(new byte[] {1, 1}, new byte[] {1, -1});
    DenseHebbianNetwork net = DenseHebbianNetwork.archetypes(2, patterns);
    for (int code = 0; code < 4; code++) {
      byte[] start = state(code, 2);
      assertArrayEquals(new double[2], net.fields(start, FieldScheme.EXACT_DISTINCT));
      Trajectory run = MonteCarlo.at(0, 5, 0).run(net, Start.state(start), random("tie"));
      assertArrayEquals(start, run.last());
    }
  }

  /// With one class the spins settle on the majority of its examples, so that the overlap is 2 p -
  /// 1 with p the probability that a binomial majority is right.
  @Test
  void oneClassSettlesOnTheMajorityOfItsExamples() {
    int spins = 4000;
    int examples = 7;
    double right = 0;
    for (int k = 4; k <= examples; k++) {
      right +=
          Doubles.exp(
              Gamma.logBinomial(examples, k)
                  + k * Doubles.log(0.65)
                  + (examples - k) * Doubles.log(0.35));
    }
    ExampleSet set =
        ExampleSet.draw(Patterns.random(1, spins, random("p")), examples, 0.3, random("e"));
    for (int bodies = 2; bodies <= 5; bodies++) {
      Trajectory run =
          MonteCarlo.at(0, 3, 0)
              .run(
                  DenseHebbianNetwork.supervised(bodies, set),
                  Start.archetype(0),
                  random("majority"));
      for (int i = 0; i < spins; i++) {
        assertEquals(Integer.signum(set.sum(0, i)), run.last()[i]);
      }
      assertEquals(
          2 * right - 1, run.means().m(), 5 / Math.sqrt(spins), "seed " + SEED + ", P " + bodies);
      assertEquals(set.overlap(0, run.last()), run.means().n(), 1e-15);
    }
  }

  /// The equation of state of one archetype, m = tanh((P/2) m^(P-1)/T).
  @Test
  void oneArchetypeHasTheOverlapOfItsEquationOfState() {
    for (int bodies = 2; bodies <= 4; bodies++) {
      double m = 1;
      for (int k = 0; k < 500; k++) {
        double rest = 1;
        for (int j = 1; j < bodies; j++) {
          rest *= m;
        }
        m = Doubles.tanh(bodies / 2.0 * rest / 0.6);
      }
      Trajectory run =
          MonteCarlo.at(0.6, 300, 50)
              .run(
                  DenseHebbianNetwork.archetypes(bodies, Patterns.random(1, 3000, random("p"))),
                  Start.archetype(0),
                  random("state"));
      assertEquals(m, run.means().m(), 0.01, "P = " + bodies);
    }
  }

  @Test
  void aRunIsAFunctionOfItsStream() {
    ExampleSet set = ExampleSet.drawKept(Patterns.random(50, 40, random("p")), 4, 0.7, random("e"));
    DenseHebbianNetwork net = DenseHebbianNetwork.supervised(3, set);
    MonteCarlo runs = MonteCarlo.at(0.5, 20, 5);
    Trajectory one = runs.run(net, Start.example(2, 1), random("one"));
    Trajectory same = runs.run(net, Start.example(2, 1), random("one"));
    assertArrayEquals(one.energyPerSpin(), same.energyPerSpin());
    assertArrayEquals(one.last(), same.last());
    MonteCarlo.ReplicaPair pair =
        runs.runPair(net, Start.archetype(1), random("one"), random("two"));
    assertArrayEquals(
        runs.run(net, Start.archetype(1), random("two")).last(), pair.second().last());
    assertEquals(1, pair.q()[0]);
    assertEquals(Arrays.stream(pair.q()).skip(6).average().orElseThrow(), pair.meanQ(), 1e-12);
    assertTrue(pair.meanQ() < 1);
    assertEquals(1, runs.runPair(net, Start.archetype(1), random("one"), random("one")).meanQ());
  }

  @Test
  void startsAreWhatTheySay() {
    ExampleSet set = ExampleSet.drawKept(Patterns.random(5, 40, random("p")), 4, 0.7, random("e"));
    DenseHebbianNetwork net = DenseHebbianNetwork.unsupervised(2, set);
    assertArrayEquals(set.example(2, 3), Start.example(2, 3).in(net, random("s")));
    assertArrayEquals(set.archetypes().row(4), Start.archetype(4).in(net, random("s")));
    assertEquals(
        0.5, set.archetypes().overlap(1, Start.flipped(1, 0.25).in(net, random("s"))), 1e-15);
    assertEquals("stability: from archetype 4", Start.archetype(4).words());
    assertEquals(
        "basin: from archetype 1 with 0.25 of its spins turned", Start.flipped(1, 0.25).words());
    assertEquals("generalisation: from example 3 of class 2", Start.example(2, 3).words());
    refuses(
        "network must be made of examples to start at one, was made of 5 patterns of 40 spins",
        () ->
            Start.example(0, 0)
                .in(DenseHebbianNetwork.archetypes(2, set.archetypes()), random("s")));
  }

  @Test
  void refusesBadSettings() {
    refuses("temperature must be finite and 0 or more, was -0.1", () -> MonteCarlo.at(-0.1, 1, 0));
    refuses(
        "temperature must be finite and 0 or more, was NaN", () -> MonteCarlo.at(Double.NaN, 1, 0));
    refuses("sweeps must be 1 or more, was 0", () -> MonteCarlo.at(1, 0, 0));
    refuses("burnIn must be in [0, 9], was 10", () -> MonteCarlo.at(1, 10, 10));
    refuses("share of turned spins must be in [0, 1], was 2.0", () -> Start.flipped(0, 2));
    refuses("state at place 1 must be +1 or -1, was 3", () -> Start.state(new byte[] {1, 3}));
  }

  private static void refuses(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
