// SPDX-License-Identifier: Apache-2.0
package engram.memory.dense;

import engram.memory.internal.field.Indices;
import engram.memory.internal.field.Replica;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A memory for a person's own patterns of +1 and -1: store some, and recall the one that a damaged
/// cue belongs to.
///
/// ```java
/// DenseHebbianMemory memory = DenseHebbianMemory.ofBodies(4, 64);
/// memory.store(pattern);
/// byte[] whole = memory.recall(damaged).state();
/// ```
///
/// Recall asks spin after spin, in order, at T = 0 with exact fields, until a whole sweep changes
/// none: the energy falls at each change, so it ends. For even P the negative of a pattern is
/// recalled as well as the pattern. Holds about gamma 2 N^(P-1)/P! random patterns with gamma up to
/// 0.3 or so. Not for several threads at once.
///
/// References: see the package, [1].
public final class DenseHebbianMemory {
  private static final int MOST_SWEEPS = 1000;

  private final int bodies;
  private final int spins;
  private final List<byte[]> stored = new ArrayList<>();
  private @Nullable DenseHebbianNetwork network;

  /// What came back.
  ///
  /// @param state the spins at the end
  /// @param overlaps with every stored pattern, in the order of storing, each in [-1, 1]
  /// @param energy E of the state
  /// @param sweeps how often every spin was asked
  /// @param settled whether the last sweep changed nothing
  @SuppressWarnings("ArrayRecordComponent") // made once, handed over
  public record Recall(
      byte[] state, double[] overlaps, double energy, int sweeps, boolean settled) {
    /// The stored pattern with the greatest overlap, the first of equals.
    public int nearest() {
      int best = 0;
      for (int mu = 1; mu < overlaps.length; mu++) {
        best = overlaps[mu] > overlaps[best] ? mu : best;
      }
      return best;
    }
  }

  private DenseHebbianMemory(int bodies, int spins) {
    this.bodies = bodies;
    this.spins = spins;
  }

  /// An empty memory.
  ///
  /// @param bodies P, 2 to 10: the greater, the more patterns and the smaller their basins
  /// @param spins N, P or more
  public static DenseHebbianMemory ofBodies(int bodies, int spins) {
    DenseHebbianNetwork.requireBodies(bodies, spins);
    return new DenseHebbianMemory(bodies, spins);
  }

  /// Adds a pattern.
  ///
  /// @param pattern N signs
  public void store(byte[] pattern) {
    stored.add(Signs.require("pattern", pattern, spins).clone());
    network = null;
  }

  /// How many patterns are stored.
  public int count() {
    return stored.size();
  }

  /// The state that a cue falls to.
  ///
  /// @param cue N signs
  /// @throws IllegalStateException where nothing is stored
  public Recall recall(byte[] cue) {
    DenseHebbianNetwork net = network();
    Replica replica = net.replica(Signs.require("cue", cue, spins));
    int sweeps = 0;
    boolean settled = false;
    while (!settled && sweeps < MOST_SWEEPS) {
      settled = !changes(replica);
      sweeps++;
    }
    byte[] state = replica.state().clone();
    return new Recall(state, net.overlaps(state), net.energy(replica), sweeps, settled);
  }

  private boolean changes(Replica replica) {
    boolean changes = false;
    for (int i = 0; i < spins; i++) {
      if (replica.compare(i, i + 1 < spins ? i + 1 : -1, Indices.DISTINCT, 0) * replica.state()[i]
          < 0) {
        replica.flip(i);
        changes = true;
      }
    }
    return changes;
  }

  /// The overlaps of a state with every stored pattern.
  public double[] overlaps(byte[] state) {
    return network().overlaps(Signs.require("state", state, spins));
  }

  /// E of a state.
  public double energy(byte[] state) {
    return network().energy(state);
  }

  private DenseHebbianNetwork network() {
    if (stored.isEmpty()) {
      throw new IllegalStateException("memory must hold a pattern before it is asked, was empty");
    }
    DenseHebbianNetwork net = network;
    if (net == null) {
      net = DenseHebbianNetwork.archetypes(bodies, Patterns.of(stored.toArray(new byte[0][])));
      network = net;
    }
    return net;
  }
}
