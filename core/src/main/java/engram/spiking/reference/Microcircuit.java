// SPDX-License-Identifier: Apache-2.0
package engram.spiking.reference;

import engram.kernel.Doubles;
import engram.neuron.NeuronModel;
import engram.neuron.lif.Firing;
import engram.neuron.lif.LifExponential;
import engram.neuron.lif.Membrane;
import engram.neuron.lif.SynapticTimes;
import engram.source.FromPaper;
import engram.spiking.Network;
import engram.spiking.Population;
import engram.spiking.Projection;
import engram.spiking.Synapse;
import engram.spiking.connect.Distribution;
import engram.spiking.connect.FixedTotalNumber;
import engram.spiking.drive.ConstantDrive;
import engram.spiking.drive.Onto;
import engram.spiking.drive.PoissonDrive;
import java.util.List;

/// The column of early sensory cortex below 1 mm^2 by Potjans and Diesmann [3]: 77,169 neurons in
/// four layers, about 3 x 10^8 synapses.
///
/// Neurons: C 250 pF, tau 10 ms, rest and reset -65 mV, threshold -50, refractory time 2 ms,
/// currents of 0.5 ms. A spike from outside or from an excitatory neuron makes a potential of 0.15
/// mV (87.8 pA, with a standard deviation of a tenth), from L4E to L23E twice as much, from an
/// inhibitory one -4 times. Delays 1.5 ms from excitatory and 0.75 ms from inhibitory neurons, with
/// a standard deviation of half, at least a step. Each neuron receives from outside so many Poisson
/// sources of 8 Hz. Step 0.1 ms.
///
/// The number of synapses between two populations follows from the published probability p that a
/// pair is connected at least once, `K = ln(1 - p) / ln(1 - 1 / (N_source N_target))`, and they are
/// joined at random.
///
/// **Smaller.** With a share k of the synapses of each neuron, weights grow by 1 / sqrt(k), which
/// keeps variances, and a direct current makes up for the mean that is lost, computed from
/// [#expectedHz]. The share n of neurons changes correlations alone.
///
/// References: see the package, [3].
///
/// @param neurons share n of the neurons, in (0, 1]
/// @param synapses share k of the synapses of a neuron, in (0, 1]
/// @param poisson whether the input from outside is Poisson spikes, or a direct current of the same
///   mean
@FromPaper(value = "reference-networks", at = "spec: reference networks")
public record Microcircuit(double neurons, double synapses, boolean poisson) {
  private static final double DT_MS = 0.1;
  private static final double TAU_SYNAPSE_MS = 0.5;
  private static final double POTENTIAL_MV = 0.15;
  private static final double SPREAD = 0.1;
  private static final double INHIBITION = -4;
  private static final double OUTSIDE_HZ = 8;
  private static final Membrane MEMBRANE = new Membrane(250, 10, -65);

  private static final List<String> NAMES =
      List.of("L23E", "L23I", "L4E", "L4I", "L5E", "L5I", "L6E", "L6I");
  private static final int[] SIZES = {20_683, 5_834, 21_915, 5_479, 4_850, 1_065, 14_395, 2_948};
  private static final int[] OUTSIDE = {1600, 1500, 2100, 1900, 2000, 1900, 2900, 2100};
  private static final double[] START_MEAN_MV = {
    -68.28, -63.16, -63.33, -63.45, -63.11, -61.66, -66.72, -61.43
  };
  private static final double[] START_SD_MV = {5.36, 4.57, 4.74, 4.94, 4.94, 4.55, 5.46, 4.48};
  private static final double[] EXPECTED_HZ = {
    0.903, 2.965, 4.414, 5.876, 7.569, 8.633, 1.105, 7.829
  };

  /// By target and source.
  private static final double[][] PROBABILITY = {
    {0.1009, 0.1689, 0.0437, 0.0818, 0.0323, 0, 0.0076, 0},
    {0.1346, 0.1371, 0.0316, 0.0515, 0.0755, 0, 0.0042, 0},
    {0.0077, 0.0059, 0.0497, 0.135, 0.0067, 0.0003, 0.0453, 0},
    {0.0691, 0.0029, 0.0794, 0.1597, 0.0033, 0, 0.1057, 0},
    {0.1004, 0.0622, 0.0505, 0.0057, 0.0831, 0.3726, 0.0204, 0},
    {0.0548, 0.0269, 0.0257, 0.0022, 0.06, 0.3158, 0.0086, 0},
    {0.0156, 0.0066, 0.0211, 0.0166, 0.0572, 0.0197, 0.0396, 0.2252},
    {0.0364, 0.001, 0.0034, 0.0005, 0.0277, 0.008, 0.0658, 0.1443}
  };

  /// Checks.
  public Microcircuit {
    requireShare("neurons", neurons);
    requireShare("synapses", synapses);
  }

  private static void requireShare(String name, double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(name + " must be in (0, 1], was " + share);
    }
  }

  /// All of it, with Poisson input.
  public static Microcircuit full() {
    return new Microcircuit(1, 1, true);
  }

  /// A share of neurons and of synapses, with Poisson input.
  public static Microcircuit scaled(double share) {
    return new Microcircuit(share, share, true);
  }

  /// Names of the populations, from the surface down.
  public static List<String> names() {
    return NAMES;
  }

  /// The rate of a population at full size, from one run of another program, in Hz.
  public static double expectedHz(String population) {
    int index = NAMES.indexOf(population);
    if (index < 0) {
      throw new IllegalArgumentException(
          "population must be one of " + NAMES + ", was '" + population + "'");
    }
    return EXPECTED_HZ[index];
  }

  /// How many synapses the whole column has between two populations.
  static long synapsesBetween(int source, int target) {
    double pairs = (double) SIZES[source] * SIZES[target];
    return Math.round(
        StrictMath.log1p(-PROBABILITY[target][source]) / StrictMath.log1p(-1 / pairs));
  }

  /// The current in pA whose exponential decay makes a potential of 1 mV at its peak.
  static double currentPerMv() {
    double m = MEMBRANE.tauMs();
    double s = TAU_SYNAPSE_MS;
    double log = Doubles.log(m / s);
    double peak =
        m * s / (s - m) * (Doubles.exp(-m / (m - s) * log) - Doubles.exp(-s / (m - s) * log));
    return MEMBRANE.capacitancePf() / peak;
  }

  /// The mean weight between two populations at full size, in pA.
  private static double weightPa(int source, int target) {
    double excitation = POTENTIAL_MV * currentPerMv();
    boolean doubled = NAMES.get(source).equals("L4E") && NAMES.get(target).equals("L23E");
    return excitation * (isExcitatory(source) ? (doubled ? 2 : 1) : INHIBITION);
  }

  private static boolean isExcitatory(int population) {
    return NAMES.get(population).endsWith("E");
  }

  /// How many neurons a population has here.
  int size(int population) {
    return (int) Math.max(1, Math.round(SIZES[population] * neurons));
  }

  /// The network.
  public Network network() {
    NeuronModel cell =
        new LifExponential(
            MEMBRANE, new Firing(-50, -65, 2), new SynapticTimes(TAU_SYNAPSE_MS, TAU_SYNAPSE_MS));
    Network network = Network.at(DT_MS);
    for (int p = 0; p < SIZES.length; p++) {
      network =
          network.with(
              Population.of(NAMES.get(p), size(p), cell)
                  .starting("v", Distribution.normal(START_MEAN_MV[p], START_SD_MV[p])));
    }
    for (int target = 0; target < SIZES.length; target++) {
      for (int source = 0; source < SIZES.length; source++) {
        long count = Math.round(synapsesBetween(source, target) * neurons * synapses);
        if (count > 0) {
          network =
              network.with(
                  Projection.of(
                      NAMES.get(source),
                      NAMES.get(target),
                      new FixedTotalNumber(count),
                      synapse(source, target)));
        }
      }
    }
    for (int p = 0; p < SIZES.length; p++) {
      network = driven(network, p);
    }
    return network;
  }

  private Synapse synapse(int source, int target) {
    double mean = weightPa(source, target) / Math.sqrt(synapses);
    Distribution.Normal weight = Distribution.normal(mean, SPREAD * Math.abs(mean));
    double delay = isExcitatory(source) ? 1.5 : 0.75;
    return new Synapse(
        isExcitatory(source) ? "excitatory" : "inhibitory",
        mean > 0
            ? weight.within(0, Double.POSITIVE_INFINITY)
            : weight.within(Double.NEGATIVE_INFINITY, 0),
        Distribution.normal(delay, delay / 2).within(DT_MS, 100));
  }

  private Network driven(Network network, int p) {
    double weight = POTENTIAL_MV * currentPerMv();
    double rateHz = OUTSIDE[p] * OUTSIDE_HZ;
    double flowPa = (1 - Math.sqrt(synapses)) * meanInputPa(p);
    Network more = network;
    if (poisson) {
      more =
          more.with(
              new PoissonDrive(
                  Onto.all(NAMES.get(p), "excitatory"),
                  rateHz * synapses,
                  weight / Math.sqrt(synapses)));
    } else {
      flowPa += Math.sqrt(synapses) * rateHz * weight * TAU_SYNAPSE_MS / 1000;
    }
    return flowPa == 0
        ? more
        : more.with(new ConstantDrive(Onto.all(NAMES.get(p), "current"), flowPa));
  }

  /// The mean current onto a neuron at full size, from inside and outside, in pA.
  private static double meanInputPa(int target) {
    double perSecond = OUTSIDE[target] * OUTSIDE_HZ * POTENTIAL_MV * currentPerMv();
    for (int source = 0; source < SIZES.length; source++) {
      double inDegree = synapsesBetween(source, target) / (double) SIZES[target];
      perSecond += weightPa(source, target) * inDegree * EXPECTED_HZ[source];
    }
    return perSecond * TAU_SYNAPSE_MS / 1000;
  }
}
