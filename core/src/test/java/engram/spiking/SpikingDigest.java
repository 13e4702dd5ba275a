// SPDX-License-Identifier: Apache-2.0
package engram.spiking;

import engram.kernel.Kernels;
import engram.kernel.Workers;
import engram.neuron.lif.Conductances;
import engram.plasticity.spike.PairStdp;
import engram.plasticity.spike.PairWindow;
import engram.plasticity.spike.Pairing;
import engram.plasticity.spike.WeightDependence;
import engram.random.Seeds;
import engram.spiking.connect.PairwiseBernoulli;
import engram.spiking.learn.Learning;
import engram.spiking.record.SpikeRecord;
import engram.spiking.record.SpikeRecorder;
import engram.spiking.reference.BretteNetworks;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Runs COBA by both methods, and a network that learns, and prints of each how many spikes it had
/// and a digest of all of them and of its weights; a program of its own, so that tests can start it
/// under each form of the kernel. The argument is the number of threads.
final class SpikingDigest {
  private static final int STEPS = 2_000;

  private SpikingDigest() {}

  public static void main(String[] arguments) throws NoSuchAlgorithmException {
    System.out.println(Kernels.name());
    try (Workers workers = Workers.of(Integer.parseInt(arguments[0]))) {
      for (Conductances.Method method : Conductances.Method.values()) {
        print("COBA " + method, BretteNetworks.conductance(method), workers);
      }
      print("learning", learning(), workers);
    }
  }

  /// COBA with 1,000 neurons, connected four times as densely, whose excitatory synapses onto
  /// excitatory neurons learn by pairs of spikes.
  private static Network learning() {
    Network whole = BretteNetworks.conductance(Conductances.Method.EULER);
    Network small = Network.at(whole.dtMs());
    for (Population population : whole.populations()) {
      small =
          small.with(
              new Population(
                  population.name(),
                  population.size() / 4,
                  population.model(),
                  population.starts()));
    }
    Learning pairs =
        Learning.by(
            new PairStdp(
                PairWindow.hebbian(0.01, 1.05, 20),
                Pairing.ALL_TO_ALL,
                new WeightDependence.SoftBound(0, 12, 0.3)));
    for (Projection projection : whole.projections()) {
      boolean learns = projection.name().equals("E to E");
      Synapse synapse = projection.synapse();
      small =
          small.with(
              new Projection(
                  projection.name(),
                  projection.from(),
                  projection.to(),
                  new PairwiseBernoulli(0.08),
                  learns ? synapse.learning(pairs) : synapse));
    }
    return small;
  }

  private static void print(String name, Network network, Workers workers)
      throws NoSuchAlgorithmException {
    Simulation simulation = Simulation.of(network, Seeds.of(5), workers);
    List<SpikeRecorder> recorders =
        List.of(simulation.recordSpikes("E"), simulation.recordSpikes("I"));
    simulation.run(STEPS);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    int spikes = 0;
    for (SpikeRecorder recorder : recorders) {
      SpikeRecord record = recorder.spikes();
      for (int k = 0; k < record.count(); k++) {
        digest.update(numbers(record.step(k), record.neuron(k)));
      }
      spikes += record.count();
    }
    simulation.visitSynapses(
        "E to E", (_, target, weight, _) -> digest.update(numbers(target, bits(weight))));
    System.out.println(
        name + ": " + spikes + " spikes, " + HexFormat.of().formatHex(digest.digest()));
  }

  private static int bits(float weight) {
    return Float.floatToRawIntBits(weight);
  }

  private static byte[] numbers(long first, int second) {
    return ByteBuffer.allocate(Long.BYTES + Integer.BYTES).putLong(first).putInt(second).array();
  }
}
