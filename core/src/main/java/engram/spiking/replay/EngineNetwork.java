// SPDX-License-Identifier: Apache-2.0
package engram.spiking.replay;

import engram.random.Seeds;
import engram.signal.spike.SpikeRaster;
import engram.source.FromPaper;
import engram.spiking.Network;
import engram.spiking.Population;
import engram.spiking.Projection;
import engram.spiking.Simulation;
import engram.spiking.Synapse;
import engram.spiking.connect.Distribution;
import engram.spiking.connect.ListedPairs;
import engram.spiking.drive.Onto;
import engram.spiking.drive.ReplayDrive;
import engram.spiking.record.SpikeRecord;
import engram.spiking.record.SpikeRecorder;
import java.util.Arrays;

/// A population of a network of the engine as a net that can be run again: any model, beside
/// whatever else the network has, such as background noise or populations that are not trained.
///
/// ```java
/// Network base =
///     Network.at(1)
///         .with(Population.of("cells", 100, Izhikevich.regularSpiking(2)))
///         .with(new PoissonDrive(Onto.all("cells", "synaptic"), 200, 0.5));
/// var net = new EngineNetwork(base, "cells", ModelNetwork.Wiring.one("synaptic"), x, 1, seeds);
/// ```
///
/// The weights of a simulation are not changed from outside, so each run describes the network anew
/// and builds it: the base, two projections that list the weights (above 0 and below 0), and the
/// recorded input, replayed. The same seeds make starts, noise and the base's own synapses the same
/// in every run. A step of a raster is a step of the network. Weights and state are in single
/// precision there, so that a run equals that of [ModelNetwork] but for spikes at the very
/// threshold.
///
/// Under a teacher the listed projections are left out, and what the teacher's spikes would bring
/// is replayed.
///
/// References: see the package.
@FromPaper(value = "pspm", at = "spec: continuous variants")
public final class EngineNetwork implements ReplayNetwork {
  private final Network base;
  private final Population population;
  private final ModelNetwork.Wiring wiring;
  private final double[] inputWeights;
  private final int delaySteps;
  private final Seeds seeds;

  /// A net that starts as the network says.
  ///
  /// @param base the network without the weights that are trained and without the recorded input
  /// @param population whose weights are trained
  /// @param wiring which of its receptors take what
  /// @param inputWeights what an event of the recorded input brings, one a neuron
  /// @param delaySteps from a spike to its arrival, 1 or more
  /// @param seeds of every run
  public EngineNetwork(
      Network base,
      String population,
      ModelNetwork.Wiring wiring,
      double[] inputWeights,
      int delaySteps,
      Seeds seeds) {
    this.base = base;
    this.population = base.population(population);
    this.population.model().receptor(wiring.excitatory());
    this.population.model().receptor(wiring.inhibitory());
    this.population.model().receptor(wiring.input());
    if (inputWeights.length != this.population.size()) {
      throw new IllegalArgumentException(
          "inputWeights must be one for each of %d neurons, was %d"
              .formatted(this.population.size(), inputWeights.length));
    }
    for (int i = 0; i < inputWeights.length; i++) {
      if (!Double.isFinite(inputWeights[i])) {
        throw new IllegalArgumentException(
            "inputWeights must be finite, was " + inputWeights[i] + " at neuron " + i);
      }
    }
    if (delaySteps < 1) {
      throw new IllegalArgumentException("delaySteps must be 1 or more, was " + delaySteps);
    }
    this.wiring = wiring;
    this.inputWeights = inputWeights.clone();
    this.delaySteps = delaySteps;
    this.seeds = seeds;
  }

  @Override
  public int neurons() {
    return population.size();
  }

  @Override
  public SpikeRaster replay(RecurrentWeights weights, SpikeRaster input) {
    require(weights, input);
    Network net = base;
    for (boolean excitatory : new boolean[] {true, false}) {
      Listed listed = Listed.of(weights, excitatory);
      if (listed.count() > 0) {
        net = net.with(projection(listed, excitatory));
      }
    }
    return run(withInput(net, input), input.steps());
  }

  @Override
  public SpikeRaster driven(RecurrentWeights weights, SpikeRaster input, SpikeRaster teacher) {
    require(weights, input);
    Rasters.requireShape("teacher", teacher, neurons(), input.steps());
    Network net = base;
    for (boolean excitatory : new boolean[] {true, false}) {
      Onto onto = Onto.all(population.name(), receptor(excitatory));
      net = net.with(ReplayDrive.frozen(onto, arriving(weights, teacher, excitatory)));
    }
    return run(withInput(net, input), input.steps());
  }

  private void require(RecurrentWeights weights, SpikeRaster input) {
    Rasters.requireShape("input", input, neurons(), input.steps());
    weights.requireNeurons(neurons());
  }

  private String receptor(boolean excitatory) {
    return excitatory ? wiring.excitatory() : wiring.inhibitory();
  }

  /// What a weight brings to its receptor.
  private double brought(double weight) {
    return weight < 0 && wiring.sizes() ? -weight : weight;
  }

  private Projection projection(Listed listed, boolean excitatory) {
    double[] brought = listed.weights().clone();
    for (int k = 0; k < brought.length; k++) {
      brought[k] = brought(brought[k]);
    }
    return new Projection(
        excitatory ? "trained-excitatory" : "trained-inhibitory",
        population.name(),
        population.name(),
        listed.pairs(),
        new Synapse(
            receptor(excitatory),
            Distribution.each(brought),
            Distribution.constant(delaySteps * base.dtMs())));
  }

  /// What a teacher's spikes bring to each neuron in each step.
  private float[][] arriving(RecurrentWeights weights, SpikeRaster teacher, boolean excitatory) {
    double[][] sums = new double[teacher.steps()][neurons()];
    for (int j = 0; j < neurons(); j++) {
      for (int t = teacher.next(j, 0); t >= 0; t = teacher.next(j, t + 1)) {
        for (int i = 0; t + delaySteps < sums.length && i < neurons(); i++) {
          double weight = weights.weight(i, j);
          sums[t + delaySteps][i] += weight > 0 == excitatory ? brought(weight) : 0;
        }
      }
    }
    float[][] rows = new float[sums.length][neurons()];
    for (int t = 0; t < rows.length; t++) {
      for (int i = 0; i < neurons(); i++) {
        rows[t][i] = (float) sums[t][i];
      }
    }
    return rows;
  }

  private Network withInput(Network net, SpikeRaster input) {
    SpikeRaster columns = input.transposed();
    int count = Math.toIntExact(input.count());
    long[] steps = new long[count];
    int[] neurons = new int[count];
    float[] amounts = new float[count];
    for (int t = 0, k = 0; t < input.steps(); t++) {
      for (int i = columns.next(t, 0); i >= 0; i = columns.next(t, i + 1), k++) {
        steps[k] = t;
        neurons[k] = i;
        amounts[k] = (float) inputWeights[i];
      }
    }
    Onto onto = Onto.all(population.name(), wiring.input());
    return net.with(ReplayDrive.of(onto, steps, neurons, amounts));
  }

  private SpikeRaster run(Network net, int steps) {
    Simulation simulation = Simulation.of(net, seeds);
    SpikeRecorder recorder = simulation.recordSpikes(population.name());
    simulation.run(steps);
    SpikeRecord record = recorder.spikes();
    SpikeRaster spikes = new SpikeRaster(neurons(), steps);
    for (int k = 0; k < record.count(); k++) {
      spikes.set(record.neuron(k), Math.toIntExact(record.step(k)));
    }
    return spikes;
  }

  /// The weights of one sign, by source.
  @SuppressWarnings("ArrayRecordComponent") // made and read here alone
  private record Listed(ListedPairs pairs, double[] weights) {
    static Listed of(RecurrentWeights all, boolean positive) {
      int n = all.neurons();
      int[] sources = new int[n * n];
      int[] targets = new int[n * n];
      double[] weights = new double[n * n];
      int count = 0;
      for (int j = 0; j < n; j++) {
        for (int i = 0; i < n; i++) {
          double weight = all.weight(i, j);
          if (positive ? weight > 0 : weight < 0) {
            sources[count] = j;
            targets[count] = i;
            weights[count++] = weight;
          }
        }
      }
      return new Listed(
          ListedPairs.of(Arrays.copyOf(sources, count), Arrays.copyOf(targets, count)),
          Arrays.copyOf(weights, count));
    }

    int count() {
      return weights.length;
    }
  }
}
