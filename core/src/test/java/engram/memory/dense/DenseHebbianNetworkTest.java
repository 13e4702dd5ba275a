// SPDX-License-Identifier: Apache-2.0
package engram.memory.dense;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.error.MachineCannotException;
import engram.memory.internal.field.ElementarySymmetric;
import engram.memory.internal.field.Indices;
import engram.memory.internal.field.Replica;
import engram.memory.internal.field.SumOverSets;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// Energies and fields of every form against sums over all sets of spins.
@FromPaper(value = "dense-hebbian", at = "spec: energy")
final class DenseHebbianNetworkTest {
  private static final long SEED = 9;

  private static RandomStream random(String name) {
    return Seeds.of(SEED).stream(name);
  }

  private static double power(double x, int n) {
    double power = 1;
    for (int k = 0; k < n; k++) {
      power *= x;
    }
    return power;
  }

  private static double prefactor(int bodies, int spins) {
    double factorial = 1;
    for (int k = 2; k <= bodies; k++) {
      factorial *= k;
    }
    return factorial / (2 * power(spins, bodies - 1));
  }

  /// -(P!/(2 N^(P-1))) sum of e_P over rows of y sigma.
  private static double definition(int bodies, double[][] y, byte[] state) {
    double sum = 0;
    for (double[] row : y) {
      double[] x = new double[state.length];
      for (int i = 0; i < x.length; i++) {
        x[i] = row[i] * state[i];
      }
      sum += SumOverSets.of(bodies, x);
    }
    return -prefactor(bodies, state.length) * sum;
  }

  private static double[][] means(ExampleSet set) {
    double[][] y = new double[set.classes()][set.spins()];
    for (int mu = 0; mu < y.length; mu++) {
      for (int i = 0; i < set.spins(); i++) {
        y[mu][i] = set.sum(mu, i) / (set.examples() * Math.sqrt(set.secondMoment()));
      }
    }
    return y;
  }

  private static double[][] rows(Patterns patterns) {
    double[][] y = new double[patterns.count()][patterns.spins()];
    for (int mu = 0; mu < y.length; mu++) {
      for (int i = 0; i < patterns.spins(); i++) {
        y[mu][i] = patterns.at(mu, i);
      }
    }
    return y;
  }

  @Test
  void energyIsTheSumOverAllSets() {
    for (int bodies = 2; bodies <= 8; bodies++) {
      Patterns patterns = Patterns.random(5, 9, random("patterns"));
      ExampleSet set = ExampleSet.drawKept(patterns, 7, 0.6, random("examples"));
      byte[] state = Patterns.random(1, 9, random("state " + bodies)).row(0);
      near(
          definition(bodies, rows(patterns), state),
          DenseHebbianNetwork.archetypes(bodies, patterns).energy(state));
      near(
          definition(bodies, means(set), state),
          DenseHebbianNetwork.supervised(bodies, set).energy(state));
      double signal = power(0.36, bodies);
      double each = 1 / (7 * Math.sqrt(signal + (1 - signal) / 7));
      near(
          each * definition(bodies, rows(set.kept()), state),
          DenseHebbianNetwork.unsupervised(bodies, set).energy(state));
      near(
          definition(bodies, rows(patterns), state),
          DenseHebbianNetwork.noisyTensor(bodies, patterns, 0, random("noise")).energy(state));
    }
  }

  private static void near(double expected, double actual) {
    assertEquals(expected, actual, 1e-12 * Math.max(1, Math.abs(expected)), "seed " + SEED);
  }

  @Test
  void fieldIsHalfTheEnergyDifference() {
    for (int bodies = 2; bodies <= 7; bodies++) {
      Patterns patterns = Patterns.random(6, 12, random("patterns"));
      ExampleSet set = ExampleSet.drawKept(patterns, 5, 0.7, random("examples"));
      for (DenseHebbianNetwork net :
          new DenseHebbianNetwork[] {
            DenseHebbianNetwork.archetypes(bodies, patterns),
            DenseHebbianNetwork.supervised(bodies, set),
            DenseHebbianNetwork.unsupervised(bodies, set),
            DenseHebbianNetwork.noisyTensor(bodies, patterns, 1.5, random("noise"))
          }) {
        byte[] state = Patterns.random(1, 12, random("state")).row(0);
        double[] fields = net.fields(state, FieldScheme.EXACT_DISTINCT);
        for (int i = 0; i < 12; i++) {
          byte[] up = state.clone();
          byte[] down = state.clone();
          up[i] = 1;
          down[i] = -1;
          double half = (net.energy(down) - net.energy(up)) / 2;
          assertEquals(half, fields[i], 1e-12 * Math.max(1, Math.abs(half)), net + ", spin " + i);
        }
      }
    }
  }

  @Test
  void energyOfAReplicaIsKeptOverTenThousandFlips() {
    for (int bodies = 2; bodies <= 6; bodies++) {
      ExampleSet set = ExampleSet.draw(Patterns.random(40, 30, random("p")), 30, 0.5, random("e"));
      DenseHebbianNetwork net = DenseHebbianNetwork.supervised(bodies, set);
      Replica replica = net.replica(Patterns.random(1, 30, random("s")).row(0));
      RandomStream flips = random("flips");
      for (int k = 0; k < 10_000; k++) {
        replica.flip(flips.nextInt(30));
      }
      assertEquals(net.energy(replica.state()), net.energy(replica));
      Replica fresh = net.replica(replica.state());
      for (int i = 0; i < 30; i++) {
        for (Indices indices : Indices.values()) {
          assertEquals(fresh.field(i, indices), replica.field(i, indices));
        }
      }
    }
  }

  @Test
  void energyIsBlindToGaugeAndForEvenBodiesToTheGlobalSign() {
    byte[] gauge = Patterns.random(1, 20, random("gauge")).row(0);
    byte[] state = Patterns.random(1, 20, random("state")).row(0);
    Patterns patterns = Patterns.random(30, 20, random("patterns"));
    byte[][] turned = new byte[30][20];
    byte[] turnedState = new byte[20];
    byte[] negative = new byte[20];
    for (int i = 0; i < 20; i++) {
      turnedState[i] = (byte) (gauge[i] * state[i]);
      negative[i] = (byte) -state[i];
      for (int mu = 0; mu < 30; mu++) {
        turned[mu][i] = (byte) (gauge[i] * patterns.at(mu, i));
      }
    }
    for (int bodies = 2; bodies <= 6; bodies++) {
      DenseHebbianNetwork net = DenseHebbianNetwork.archetypes(bodies, patterns);
      double energy = net.energy(state);
      assertEquals(
          energy, DenseHebbianNetwork.archetypes(bodies, Patterns.of(turned)).energy(turnedState));
      assertEquals(bodies % 2 == 0 ? energy : -energy, net.energy(negative));
    }
  }

  @Test
  void perfectExamplesGiveTheNetworkOfArchetypes() {
    Patterns patterns = Patterns.random(20, 15, random("patterns"));
    ExampleSet set = ExampleSet.drawKept(patterns, 4, 1, random("examples"));
    byte[] state = Patterns.random(1, 15, random("state")).row(0);
    for (int bodies = 2; bodies <= 6; bodies++) {
      DenseHebbianNetwork clean = DenseHebbianNetwork.archetypes(bodies, patterns);
      near(clean.energy(state), DenseHebbianNetwork.supervised(bodies, set).energy(state));
      near(clean.energy(state), DenseHebbianNetwork.unsupervised(bodies, set).energy(state));
      assertArrayEquals(
          clean.fields(state, FieldScheme.EXACT_DISTINCT),
          DenseHebbianNetwork.supervised(bodies, set).fields(state, FieldScheme.EXACT_DISTINCT),
          1e-12);
    }
  }

  @Test
  void factorisedFieldsKeepTheTermsOfEqualIndices() {
    int spins = 14;
    for (int bodies = 2; bodies <= 6; bodies++) {
      Patterns patterns = Patterns.random(25, spins, random("patterns"));
      ExampleSet set = ExampleSet.draw(patterns, 6, 0.5, random("examples"));
      byte[] state = Patterns.random(1, spins, random("state")).row(0);
      DenseHebbianNetwork net = DenseHebbianNetwork.supervised(bodies, set);
      double[] fields = net.fields(state, FieldScheme.FACTORISED_FIRST_ORDER);
      double[] exact = net.fields(state, FieldScheme.EXACT_DISTINCT);
      double squares = 0;
      double[][] y = means(set);
      for (int i = 0; i < spins; i++) {
        double h = 0;
        for (int mu = 0; mu < 25; mu++) {
          double rest = set.overlap(mu, state) - y[mu][i] * state[i] / spins;
          h += bodies / 2.0 * y[mu][i] * power(rest, bodies - 1);
        }
        assertEquals(h, fields[i], 1e-12, "P = " + bodies);
        squares += (fields[i] - exact[i]) * (fields[i] - exact[i]);
      }
      double error = net.factorisationError(state);
      assertEquals(Math.sqrt(squares / spins), error, 1e-15);
      assertEquals(bodies > 2, error > 1e-3, "P = " + bodies + ", error " + error);
    }
  }

  @Test
  void aRetrievedPatternHasHalfASpinOfEnergy() {
    Patterns one = Patterns.random(1, 2000, random("one"));
    for (int bodies = 2; bodies <= 6; bodies++) {
      double energy = DenseHebbianNetwork.archetypes(bodies, one).energy(one.row(0)) / 2000;
      assertEquals(-0.5, energy, bodies * bodies / 2000.0);
    }
  }

  @Test
  void integersBeyondSixtyFourBitsAreExactToo() {
    Patterns patterns = Patterns.random(3, 60, random("patterns"));
    ExampleSet set = ExampleSet.draw(patterns, 400, 0.9, random("examples"));
    byte[] state = patterns.flipped(0, 0.1, random("state"));
    DenseHebbianNetwork net = DenseHebbianNetwork.supervised(6, set);
    double[] fields = net.fields(state, FieldScheme.EXACT_DISTINCT);
    for (int i = 0; i < 60; i++) {
      byte[] up = state.clone();
      byte[] down = state.clone();
      up[i] = 1;
      down[i] = -1;
      assertEquals((net.energy(down) - net.energy(up)) / 2, fields[i], 1e-12);
    }
    byte[] other = patterns.row(1);
    double[] x = new double[6];
    double sum = 0;
    for (int mu = 0; mu < 3; mu++) {
      Arrays.fill(x, 0);
      for (int i = 0; i < 60; i++) {
        double value = set.sum(mu, i) / set.unit() * other[i];
        for (int k = 0; k < 6; k++) {
          x[k] += power(value, k + 1);
        }
      }
      sum += ElementarySymmetric.of(x);
    }
    assertEquals(-prefactor(6, 60) * sum, net.energy(other), 1e-9);
  }

  @Test
  void refusesWhatIsNoNetwork() {
    Patterns patterns = Patterns.random(4, 100, random("patterns"));
    refuses(
        "bodies must be in [2, 10] and at most the 100 spins, was 1",
        () -> DenseHebbianNetwork.archetypes(1, patterns));
    refuses(
        "noise must be finite and 0 or more, was -1.0",
        () -> DenseHebbianNetwork.noisyTensor(3, patterns, -1, random("x")));
    refuses(
        "state at place 0 must be +1 or -1, was 0",
        () -> DenseHebbianNetwork.archetypes(2, patterns).energy(new byte[100]));
    refuses(
        "spins times examples^bodies must be below 2^62, was 100 x 1000^6",
        () -> DenseHebbianNetwork.supervised(6, ExampleSet.draw(patterns, 1000, 0.5, random("x"))));
    DenseHebbianNetwork tensor = DenseHebbianNetwork.noisyTensor(2, patterns, 1, random("x"));
    refuses(
        "field scheme of explicit couplings must be EXACT_DISTINCT, was FACTORISED_FIRST_ORDER",
        () -> tensor.fields(patterns.row(0), FieldScheme.FACTORISED_FIRST_ORDER));
    refuses(
        "field scheme of explicit couplings must be EXACT_DISTINCT, was FACTORISED_FIRST_ORDER",
        () ->
            new GlauberDynamics(
                tensor, patterns.row(0), 0, FieldScheme.FACTORISED_FIRST_ORDER, random("x")));
    assertEquals(
        "the tensor of 4 bodies of 100 spins needs 15684900 bytes (0.0157 GB), available are"
            + " 1000000 bytes (0.00100 GB); give Java more with -Xmx or take fewer patterns",
        assertThrows(
                MachineCannotException.class,
                () ->
                    DenseHebbianNetwork.noisyTensor(
                        4, patterns, 1, random("x"), new MemoryLimit(1_000_000)))
            .getMessage());
    assertEquals(
        "the tensor of 5 bodies of 5000 spins needs 103958479125004000 bytes (1.04e+08 GB), available"
            + " are 8589934556 bytes (8.59 GB); give Java more with -Xmx or take fewer patterns",
        assertThrows(
                MachineCannotException.class,
                () ->
                    DenseHebbianNetwork.noisyTensor(
                        5,
                        Patterns.random(1, 5000, random("x")),
                        1,
                        random("x"),
                        new MemoryLimit(Long.MAX_VALUE)))
            .getMessage());
  }

  private static void refuses(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
