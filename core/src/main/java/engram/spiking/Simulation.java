// SPDX-License-Identifier: Apache-2.0
package engram.spiking;

import engram.error.DataCorruptException;
import engram.kernel.Workers;
import engram.neuron.Site;
import engram.random.Seeds;
import engram.spiking.connect.SynapseVisitor;
import engram.spiking.drive.Port;
import engram.spiking.internal.Course;
import engram.spiking.internal.Slice;
import engram.spiking.internal.part.Emission;
import engram.spiking.internal.part.Part;
import engram.spiking.internal.synapse.Pathway;
import engram.spiking.internal.watch.CountSums;
import engram.spiking.internal.watch.CountWatcher;
import engram.spiking.internal.watch.IntervalWatcher;
import engram.spiking.internal.watch.ProbeWatcher;
import engram.spiking.internal.watch.SpikeWatcher;
import engram.spiking.record.Activity;
import engram.spiking.record.PairCorrelations;
import engram.spiking.record.SpikeRecorder;
import engram.spiking.record.StateProbe;
import engram.state.Machine;
import engram.state.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A network that runs.
///
/// ```java
/// Simulation simulation = Simulation.of(network, Seeds.of(1), Workers.one());
/// Activity activity = simulation.observe("E");
/// simulation.run(10_000);
/// double rate = activity.rateHz();
/// ```
///
/// The order within a step is that of [engram.neuron.NeuronModel]. What happens is a function of
/// network and seeds: it is the same to the last bit for any number of workers, with scalar or
/// vector loops, in one run or in many, and after a snapshot that was stored and restored. State is
/// in single precision.
///
/// A run takes no memory beyond what recorders keep.
public final class Simulation implements Machine<Stimulus, Spikes> {
  private static final String FORMAT = "spiking-simulation";

  private final Assembly assembly;
  private final Workers workers;
  private final List<List<Port.Gate>> gates = new ArrayList<>();
  private final List<Slice> slices;
  private final List<CountSums> correlated = new ArrayList<>();
  private long step;

  private Simulation(Assembly assembly, Workers workers) {
    this.assembly = assembly;
    this.workers = workers;
    slices = assembly.slices(gates);
  }

  /// Builds a network.
  ///
  /// @param seeds where all that is random comes from, by name of population, projection and drive
  /// @param workers build and run it; who opened them closes them
  /// @throws engram.error.MachineCannotException if it does not fit into memory
  public static Simulation of(Network network, Seeds seeds, Workers workers) {
    return new Simulation(Assembly.of(network, seeds, workers), workers);
  }

  /// Builds a network that runs on the calling thread.
  public static Simulation of(Network network, Seeds seeds) {
    return of(network, seeds, Workers.one());
  }

  /// What was described.
  public Network network() {
    return assembly.network();
  }

  /// How many steps it has taken.
  public long stepsTaken() {
    return step;
  }

  /// The biological time, in ms.
  public double timeMs() {
    return step * network().dtMs();
  }

  /// How many synapses it has.
  public long synapses() {
    return assembly.store().count();
  }

  /// How many bytes these take.
  public long synapseBytes() {
    return assembly.store().bytes();
  }

  /// Takes that many steps.
  ///
  /// @throws engram.error.NumericalException if a potential is no longer a number: names neuron and
  ///   step
  public void run(long steps) {
    if (steps < 0) {
      throw new IllegalArgumentException("steps must be 0 or more, was " + steps);
    }
    long left = steps;
    while (left > 0) {
      long some = left;
      for (CountSums sums : correlated) {
        some = Math.min(some, sums.room());
      }
      Course.run(slices, assembly.stretch(), step, some, workers);
      step += some;
      left -= some;
      correlated.forEach(CountSums::take);
    }
  }

  /// Takes as many steps as a time has, to the nearest.
  ///
  /// @param ms finite, from 0
  public void runMs(double ms) {
    if (!(ms >= 0 && ms < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("ms must be at least 0 and finite, was " + ms);
    }
    run(Math.round(ms / network().dtMs()));
  }

  /// Sets the ports, takes a step and says who fired.
  @Override
  public Spikes step(Stimulus stimulus) {
    List<List<Port.Gate>> ports = gates.stream().filter(g -> !g.isEmpty()).toList();
    float[][] values = stimulus.values();
    if (values.length != 0 && values.length != ports.size()) {
      throw new IllegalArgumentException(
          "values must be one array for each of the %d ports, was %d"
              .formatted(ports.size(), values.length));
    }
    for (int port = 0; port < values.length; port++) {
      set(ports.get(port), values[port]);
    }
    run(1);
    return fired();
  }

  private static void set(List<Port.Gate> port, float[] values) {
    int reach = port.stream().mapToInt(Port.Gate::size).sum();
    if (values.length != reach) {
      throw new IllegalArgumentException(
          "values of a port must be one for each of its %d neurons, was %d"
              .formatted(reach, values.length));
    }
    int at = 0;
    for (Port.Gate gate : port) {
      gate.set(values, at);
      at += gate.size();
    }
  }

  /// Who fired in the last step, after a run of one.
  private Spikes fired() {
    List<int[]> all = new ArrayList<>();
    for (int p = 0; p < network().populations().size(); p++) {
      int[] fired = new int[0];
      for (Slice slice : slices) {
        Part part = slice.parts().get(p);
        Emission emission = part.emission(0);
        int at = fired.length;
        int from = emission.from(0);
        fired = Arrays.copyOf(fired, at + emission.to(0) - from);
        for (int k = at; k < fired.length; k++) {
          fired[k] = part.site().first() + emission.neurons()[from + k - at];
        }
      }
      all.add(fired);
    }
    return new Spikes(step - 1, all);
  }

  /// Records every spike of a population from now on.
  public SpikeRecorder recordSpikes(String population) {
    int index = network().indexOf(population);
    List<SpikeWatcher> watchers = new ArrayList<>();
    for (Slice slice : slices) {
      SpikeWatcher watcher = new SpikeWatcher();
      slice.parts().get(index).watch(watcher);
      watchers.add(watcher);
    }
    return new SpikeRecorder(watchers, network().populations().get(index).size(), network().dtMs());
  }

  /// Watches rates and intervals of a population from now on.
  public Activity observe(String population) {
    int index = network().indexOf(population);
    List<IntervalWatcher> watchers = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    for (Slice slice : slices) {
      Part part = slice.parts().get(index);
      IntervalWatcher watcher = new IntervalWatcher(part.site().count());
      part.watch(watcher);
      watchers.add(watcher);
      sizes.add(part.site().count());
    }
    return new Activity(watchers, sizes, network().dtMs());
  }

  /// Watches how the spike counts of some neurons go together from now on.
  ///
  /// @param binSteps width of a bin, at least 1; bins are counted from now
  /// @param neurons ascending, at least two
  public PairCorrelations correlate(String population, int binSteps, int... neurons) {
    int index = network().indexOf(population);
    if (binSteps < 1 || binSteps > Integer.MAX_VALUE / CountSums.BINS) {
      throw new IllegalArgumentException(
          "binSteps must be in [1, %d], was %d"
              .formatted(Integer.MAX_VALUE / CountSums.BINS, binSteps));
    }
    if (neurons.length < 2) {
      throw new IllegalArgumentException("neurons must be two or more, was " + neurons.length);
    }
    requireAscending(neurons, network().populations().get(index).size());
    List<CountWatcher> watchers = new ArrayList<>();
    for (Slice slice : slices) {
      Part part = slice.parts().get(index);
      int[] here = within(part.site(), neurons);
      CountWatcher watcher = new CountWatcher(part.site().count(), here, binSteps, CountSums.BINS);
      part.watch(watcher);
      watchers.add(watcher);
    }
    CountSums sums = new CountSums(watchers, binSteps);
    correlated.add(sums);
    return new PairCorrelations(sums);
  }

  /// Records a variable from now on, in each step whose number is a multiple of `everySteps`.
  ///
  /// @param neurons ascending; none for all
  public StateProbe probe(String population, String variable, int everySteps, int... neurons) {
    int index = network().indexOf(population);
    Population of = network().populations().get(index);
    if (everySteps < 1) {
      throw new IllegalArgumentException("everySteps must be at least 1, was " + everySteps);
    }
    requireAscending(neurons, of.size());
    int[] chosen = neurons.length == 0 ? IntStream.range(0, of.size()).toArray() : neurons;
    int number = of.model().variable(variable);
    List<ProbeWatcher> watchers = new ArrayList<>();
    for (Slice slice : slices) {
      Part part = slice.parts().get(index);
      ProbeWatcher watcher = new ProbeWatcher(number, within(part.site(), chosen), everySteps);
      part.watch(watcher);
      watchers.add(watcher);
    }
    return new StateProbe(watchers);
  }

  private static void requireAscending(int[] neurons, int size) {
    for (int k = 0; k < neurons.length; k++) {
      if (neurons[k] < 0 || neurons[k] >= size || (k > 0 && neurons[k] <= neurons[k - 1])) {
        throw new IllegalArgumentException(
            "neurons must ascend in [0, %d], was %s".formatted(size - 1, Arrays.toString(neurons)));
      }
    }
  }

  /// Indices in a part of those of the neurons that it has.
  private static int[] within(Site site, int[] neurons) {
    return Arrays.stream(neurons)
        .map(neuron -> neuron - site.first())
        .filter(i -> i >= 0 && i < site.count())
        .toArray();
  }

  /// A copy of a variable of all neurons of a population.
  public float[] variable(String population, String variable) {
    int index = network().indexOf(population);
    int number = network().populations().get(index).model().variable(variable);
    return gathered(index, number);
  }

  private float[] gathered(int population, int variable) {
    float[] all = new float[network().populations().get(population).size()];
    for (Slice slice : slices) {
      Part part = slice.parts().get(population);
      System.arraycopy(
          part.variables()[variable], 0, all, part.site().first(), part.site().count());
    }
    return all;
  }

  /// Sets a variable of all neurons of a population, as at the beginning of a trial.
  public void setVariable(String population, String variable, float[] values) {
    int index = network().indexOf(population);
    Population of = network().populations().get(index);
    if (values.length != of.size()) {
      throw new IllegalArgumentException(
          "values of %s must be one for each of %d neurons, was %d"
              .formatted(variable, of.size(), values.length));
    }
    scatter(index, of.model().variable(variable), values);
  }

  private void scatter(int population, int variable, float[] values) {
    for (Slice slice : slices) {
      Part part = slice.parts().get(population);
      System.arraycopy(
          values, part.site().first(), part.variables()[variable], 0, part.site().count());
    }
  }

  /// Hands every synapse of a projection to a visitor, by source, delay and target, with its weight
  /// now.
  public void visitSynapses(String projection, SynapseVisitor visitor) {
    int p = network().projectionIndex(projection);
    int targets = network().population(network().projections().get(p).to()).size();
    assembly.store().visit(p, targets, ways(p), visitor);
  }

  /// Whether synapses learn from now on; they do at the beginning. Traces go on in either case.
  public void setLearning(boolean on) {
    for (Slice slice : slices) {
      slice.pathways().forEach(pathway -> pathway.setLearning(on));
    }
  }

  /// Gives a reward, at the end of the last step, to a projection that learns by it.
  ///
  /// @param amount finite
  public void reward(String projection, double amount) {
    if (!Double.isFinite(amount)) {
      throw new IllegalArgumentException("amount must be finite, was " + amount);
    }
    ways(network().projectionIndex(projection)).forEach(way -> way.reward(amount, step - 1));
  }

  private List<Pathway> ways(int projection) {
    return slices.stream().map(slice -> slice.pathways().get(projection)).toList();
  }

  /// Another trial: the same synapses, at the beginning, with starts and draws of its own. It
  /// shares the synapses, so that a batch of trials costs little memory, and runs on the thread
  /// that calls it:
  ///
  /// ```java
  /// List<Simulation> batch = ... simulation.trial(seeds.child("trial", i)) ...
  /// workers.run(batch.size(), i -> batch.get(i).run(steps));
  /// ```
  ///
  /// @param seeds of starts, drives and stochastic neurons
  public Simulation trial(Seeds seeds) {
    return new Simulation(assembly.with(seeds), Workers.one());
  }

  @Override
  public Snapshot snapshot() {
    return new StateForm(assembly, slices, gates).snapshot(FORMAT, step);
  }

  /// {@inheritDoc}
  ///
  /// Recorders keep what they have. Whether a snapshot belongs to this network is told by what its
  /// network says of itself as text, so models and drives of one's own are best records.
  @Override
  public void restore(Snapshot snapshot) {
    step = new StateForm(assembly, slices, gates).restore(snapshot, FORMAT);
  }

  /// {@inheritDoc}
  ///
  /// The fork shares the synapses that do not learn, runs on the thread that calls it, and has no
  /// recorders.
  @Override
  public Simulation fork() {
    Simulation fork = new Simulation(assembly, Workers.one());
    try {
      fork.restore(snapshot());
    } catch (DataCorruptException e) {
      throw new IllegalStateException("a simulation must take its own snapshot", e);
    }
    return fork;
  }
}
