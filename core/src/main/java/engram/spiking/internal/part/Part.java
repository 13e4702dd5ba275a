// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.part;

import engram.error.NumericalException;
import engram.neuron.NeuronKernel;
import engram.neuron.NeuronModel;
import engram.neuron.Site;
import engram.spiking.drive.Injection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The neurons of one population that belong to one slice: their variables, what will arrive, who
/// is refractory, what they send.
public final class Part {
  private final String population;
  private final NeuronModel model;
  private final Site site;
  private final NeuronKernel kernel;
  private final float[][] x;
  private final @Nullable Ring[] rings;
  private final float[][] in;
  private final float[] nothing;
  private final Held held;
  private final Emission[] emissions;
  private final Thresholds thresholds = Thresholds.here();
  private final List<Inlet> inlets = new ArrayList<>();
  private final List<Watcher> watchers = new ArrayList<>();

  /// A drive at a receptor.
  private record Inlet(int receptor, int at, Injection injection) {}

  /// @param population its name
  /// @param stretch most steps between two exchanges of spikes
  public Part(String population, NeuronModel model, Site site, int stretch) {
    this.population = population;
    this.model = model;
    this.site = site;
    int n = site.count();
    kernel = model.kernel(site);
    x = new float[model.variables().size()][n];
    rings = new Ring[model.receptors().size()];
    in = new float[rings.length][];
    nothing = new float[n];
    held = new Held(model.refractorySteps(site.dtMs()), n);
    emissions = new Emission[] {new Emission(n, stretch), new Emission(n, stretch)};
  }

  /// Where it is in its population.
  public Site site() {
    return site;
  }

  /// The variables, by variable and neuron; written between runs only.
  public float[][] variables() {
    return x;
  }

  /// Makes place for what arrives at a receptor within `length` steps.
  public void openReceptor(int receptor, int length) {
    Ring ring = rings[receptor];
    if (ring == null || ring.length() < length) {
      rings[receptor] = new Ring(length, site.count());
    }
  }

  /// What will arrive at a receptor; null if nothing ever does.
  public @Nullable Ring ring(int receptor) {
    return rings[receptor];
  }

  /// What will arrive at a receptor that has been opened.
  public Ring requireRing(int receptor) {
    Ring ring = rings[receptor];
    if (ring == null) {
      throw new IllegalStateException("receptor " + receptor + " must be open, was not");
    }
    return ring;
  }

  /// Adds a drive at a receptor that has been opened; its first neuron is the one at that index
  /// here.
  public void drive(int receptor, int at, Injection injection) {
    inlets.add(new Inlet(receptor, at, injection));
  }

  /// Adds somebody who looks on.
  public void watch(Watcher watcher) {
    watchers.add(watcher);
  }

  /// What it sends; of two emissions that of an even or odd turn.
  public Emission emission(int turn) {
    return emissions[turn];
  }

  /// One step of all neurons.
  ///
  /// @param offset of the step in its stretch
  public void step(long step, int turn, int offset) {
    for (int r = 0; r < rings.length; r++) {
      Ring ring = rings[r];
      in[r] = ring == null ? nothing : ring.row(step);
    }
    for (int k = 0; k < inlets.size(); k++) {
      Inlet inlet = inlets.get(k);
      inlet.injection.add(in[inlet.receptor], inlet.at, step);
    }
    kernel.advance(x, in, 0, site.count(), step);
    for (Ring ring : rings) {
      if (ring != null) {
        ring.clear(step);
      }
    }
    held.hold(kernel, x, step);
    fire(step, emissions[turn], offset);
    for (int k = 0; k < watchers.size(); k++) {
      watchers.get(k).see(this, step, emissions[turn], offset);
    }
  }

  private void fire(long step, Emission emission, int offset) {
    int from = emission.from(offset);
    int[] fired = emission.open(offset, site.count());
    int to = thresholds.find(x[0], site.count(), kernel.threshold(), fired, from);
    if (to > from) {
      requireNumbers(fired, from, to, step);
      kernel.reset(x, fired, from, to);
    }
    held.add(fired, from, to, step);
    emission.close(offset, to);
  }

  private void requireNumbers(int[] fired, int from, int to, long step) {
    for (int k = from; k < to; k++) {
      float value = x[0][fired[k]];
      if (Float.isNaN(value)) {
        throw new NumericalException(
            "variable %s of neuron %d of population %s must be a number, was NaN at step %d"
                .formatted(
                    model.variables().getFirst().name(),
                    site.first() + fired[k],
                    population,
                    step));
      }
    }
  }

  /// Of each neuron of the population, in how many of the steps to come it is held.
  public void refractory(long step, int[] into) {
    held.left(step, into, site.first());
  }

  /// The inverse of [#refractory].
  public void setRefractory(long step, int[] left) {
    held.restore(step, left, site.first(), site.count());
  }
}
