// SPDX-License-Identifier: Apache-2.0
package engram.spiking.reference;

import engram.neuron.NeuronModel;
import engram.neuron.lif.Conductances;
import engram.neuron.lif.Firing;
import engram.neuron.lif.LifConductance;
import engram.neuron.lif.LifExponential;
import engram.neuron.lif.Membrane;
import engram.neuron.lif.SynapticTimes;
import engram.source.FromPaper;
import engram.spiking.Network;
import engram.spiking.Population;
import engram.spiking.Projection;
import engram.spiking.Synapse;
import engram.spiking.connect.Distribution;
import engram.spiking.connect.PairwiseBernoulli;

/// The two integrate-and-fire networks of Brette et al. [1]: 3,200 excitatory and 800 inhibitory
/// neurons, each pair connected with probability 0.02, which keep themselves active from a random
/// start. Step 0.1 ms, delay one step, refractory time 5 ms, C 200 pF, g 10 nS, synapses of 5 ms
/// (excitatory) and 10 ms (inhibitory).
///
/// References: see the package, [1].
@FromPaper(value = "reference-networks", at = "spec: reference networks")
public final class BretteNetworks {
  private static final double DT_MS = 0.1;
  private static final SynapticTimes TIMES = new SynapticTimes(5, 10);

  private BretteNetworks() {}

  /// COBA, with conductances: rest -60 mV, threshold -50, reset -60; jumps of 6 and 67 nS; reversal
  /// 0 and -80 mV. Starts with conductances `N(4, 1.5)` and `N(20, 12)` times g and potentials
  /// `N(-65, 5)`, as Brian's example does. Networks that are drawn so fire at 19.5 Hz with a
  /// standard deviation of 1.1 to 1.7 among them, in Brian2 and NEST as here: one of them says
  /// little.
  ///
  /// @param method how a step is taken; one network's rate depends on it no more than on its start
  public static Network conductance(Conductances.Method method) {
    NeuronModel cell =
        new LifConductance(
            Membrane.leaking(200, 10, -60),
            new Firing(-50, -60, 5),
            new Conductances(TIMES, 0, -80, method));
    Distribution start = Distribution.normal(-65, 5);
    return connected(
        Population.of("E", 3200, cell)
            .starting("v", start)
            .starting("excitatory", Distribution.normal(40, 15))
            .starting("inhibitory", Distribution.normal(200, 120)),
        Population.of("I", 800, cell)
            .starting("v", start)
            .starting("excitatory", Distribution.normal(40, 15))
            .starting("inhibitory", Distribution.normal(200, 120)),
        6,
        67);
  }

  /// CUBA, with currents: rest -49 mV, above the threshold of -50, reset -60; jumps of 16.2 and -90
  /// pA, which are 1.62 and -9 mV over 0.1 GOhm. Starts with potentials uniform in [-60, -50).
  /// Fires at 5.5 Hz, with a standard deviation of 0.2 among networks. (An example of NEST prints
  /// -139.5 pA, which is another network.)
  public static Network current() {
    NeuronModel cell =
        new LifExponential(new Membrane(200, 20, -49), new Firing(-50, -60, 5), TIMES);
    Distribution start = Distribution.uniform(-60, -50);
    return connected(
        Population.of("E", 3200, cell).starting("v", start),
        Population.of("I", 800, cell).starting("v", start),
        16.2,
        -90);
  }

  private static Network connected(
      Population e, Population i, double excitation, double inhibition) {
    PairwiseBernoulli rule = new PairwiseBernoulli(0.02);
    Synapse excite = Synapse.of("excitatory", excitation, DT_MS);
    Synapse inhibit = Synapse.of("inhibitory", inhibition, DT_MS);
    return Network.at(DT_MS)
        .with(e)
        .with(i)
        .with(Projection.of("E", "E", rule, excite))
        .with(Projection.of("E", "I", rule, excite))
        .with(Projection.of("I", "E", rule, inhibit))
        .with(Projection.of("I", "I", rule, inhibit));
  }
}
