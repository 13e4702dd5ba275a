// SPDX-License-Identifier: Apache-2.0
package engram.memory.dense;

import engram.random.RandomStream;
import java.util.Locale;

/// The state that a run starts from, and the pattern that it is measured against. What a start at
/// the archetype shows is stability, not the size of a basin.
public sealed interface Start {
  /// The pattern that the run is measured against, mu.
  int pattern();

  /// What a report calls it.
  String words();

  /// The state itself.
  byte[] in(DenseHebbianNetwork network, RandomStream random);

  /// The archetype.
  static Start archetype(int pattern) {
    return new Archetype(pattern);
  }

  /// One of the examples, of a set that keeps them.
  static Start example(int pattern, int example) {
    return new Example(pattern, example);
  }

  /// The archetype with a share of its spins turned.
  ///
  /// @param share in [0, 1]; the overlap at the start is 1 - 2 share
  static Start flipped(int pattern, double share) {
    return new Flipped(pattern, share);
  }

  /// A given state, measured against the first pattern.
  static Start state(byte[] state) {
    return state(state, 0);
  }

  /// A given state, measured against a pattern.
  static Start state(byte[] state, int pattern) {
    return new Given(state, pattern);
  }

  /// See [#archetype(int)].
  record Archetype(int pattern) implements Start {
    @Override
    public String words() {
      return "stability: from archetype " + pattern;
    }

    @Override
    public byte[] in(DenseHebbianNetwork network, RandomStream random) {
      return network.archetypes().row(pattern);
    }
  }

  /// See [#example(int, int)].
  record Example(int pattern, int example) implements Start {
    @Override
    public String words() {
      return "generalisation: from example %d of class %d".formatted(example, pattern);
    }

    @Override
    public byte[] in(DenseHebbianNetwork network, RandomStream random) {
      return switch (network.form()) {
        case DenseHebbianNetwork.Supervised it -> it.examples().example(pattern, example);
        case DenseHebbianNetwork.Unsupervised it -> it.examples().example(pattern, example);
        case DenseHebbianNetwork.Archetypes it -> throw none(it);
        case DenseHebbianNetwork.NoisyTensor it -> throw none(it);
      };
    }

    private static IllegalArgumentException none(DenseHebbianNetwork.Form form) {
      return new IllegalArgumentException(
          "network must be made of examples to start at one, was made of " + form.archetypes());
    }
  }

  /// See [#flipped(int, double)].
  record Flipped(int pattern, double share) implements Start {
    /// Checks the share.
    public Flipped {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("share of turned spins must be in [0, 1], was " + share);
      }
    }

    @Override
    public String words() {
      return String.format(
          Locale.ROOT, "basin: from archetype %d with %s of its spins turned", pattern, share);
    }

    @Override
    public byte[] in(DenseHebbianNetwork network, RandomStream random) {
      return network.archetypes().flipped(pattern, share, random);
    }
  }

  /// See [#state(byte\[\], int)].
  final class Given implements Start {
    private final byte[] state;
    private final int pattern;

    private Given(byte[] state, int pattern) {
      Signs.require("state", state);
      this.state = state.clone();
      this.pattern = pattern;
    }

    @Override
    public int pattern() {
      return pattern;
    }

    @Override
    public String words() {
      return "from a given state, measured against archetype " + pattern;
    }

    @Override
    public byte[] in(DenseHebbianNetwork network, RandomStream random) {
      return Signs.require("state", state, network.spins()).clone();
    }
  }
}
