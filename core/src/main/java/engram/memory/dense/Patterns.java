// SPDX-License-Identifier: Apache-2.0
package engram.memory.dense;

import engram.memory.internal.field.SignedRows;
import engram.random.RandomStream;
import engram.source.FromPaper;

/// K patterns of N signs: what the network is to remember (the archetypes xi_i^mu = +1 or -1).
///
/// Immutable. Held spin by spin, one byte a sign: K N bytes.
///
/// References: see the package, [1].
@FromPaper(value = "dense-hebbian", at = "spec: data")
public final class Patterns {
  private final SignedRows rows;

  Patterns(SignedRows rows) {
    this.rows = rows;
  }

  /// Fair coins, pattern after pattern, 64 signs a word.
  ///
  /// @param count K, 1 or more
  /// @param spins N, 1 or more
  public static Patterns random(int count, int spins, RandomStream random) {
    return random(count, spins, random, MemoryLimit.ofThisProcess());
  }

  /// The same under a limit of memory.
  public static Patterns random(int count, int spins, RandomStream random, MemoryLimit limit) {
    SignedRows rows = rows(count, spins, limit);
    for (int mu = 0; mu < count; mu++) {
      long word = 0;
      for (int i = 0; i < spins; i++) {
        word = i % Long.SIZE == 0 ? random.nextLong() : word >>> 1;
        rows.put(i, mu, (word & 1) == 0 ? -1 : 1);
      }
    }
    return new Patterns(rows);
  }

  /// A person's own patterns, copied.
  ///
  /// @param patterns rows of one length with entries +1 and -1
  public static Patterns of(byte[]... patterns) {
    if (patterns.length == 0 || patterns[0].length == 0) {
      throw new IllegalArgumentException("patterns must be at least one of one spin, was none");
    }
    SignedRows rows = rows(patterns.length, patterns[0].length, MemoryLimit.ofThisProcess());
    for (int mu = 0; mu < patterns.length; mu++) {
      if (patterns[mu].length != rows.spins()) {
        throw new IllegalArgumentException(
            "length of pattern %d must be that of pattern 0, %d, was %d"
                .formatted(mu, rows.spins(), patterns[mu].length));
      }
      Signs.require("pattern " + mu, patterns[mu]);
      for (int i = 0; i < rows.spins(); i++) {
        rows.put(i, mu, patterns[mu][i]);
      }
    }
    return new Patterns(rows);
  }

  private static SignedRows rows(int count, int spins, MemoryLimit limit) {
    Signs.require("count of patterns", count, 1, Integer.MAX_VALUE);
    Signs.require("spins", spins, 1, Integer.MAX_VALUE);
    limit.require(count + " patterns of " + spins + " spins", SignedRows.size(spins, count, 1));
    return new SignedRows(spins, count, 1);
  }

  /// K.
  public int count() {
    return rows.count();
  }

  /// N.
  public int spins() {
    return rows.spins();
  }

  /// One sign, xi_i^mu.
  public int at(int pattern, int spin) {
    return rows.at(spin, pattern);
  }

  /// A pattern, as a copy.
  public byte[] row(int pattern) {
    Signs.require("pattern", pattern, 0, count() - 1);
    byte[] row = new byte[spins()];
    for (int i = 0; i < row.length; i++) {
      row[i] = (byte) rows.at(i, pattern);
    }
    return row;
  }

  /// A pattern with a share of its signs turned: the nearest whole number of different spins, every
  /// set as likely as any other, so the overlap with the pattern is 1 - 2 share up to 1 / N.
  ///
  /// @param share in [0, 1]
  public byte[] flipped(int pattern, double share, RandomStream random) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share of turned spins must be in [0, 1], was " + share);
    }
    byte[] row = row(pattern);
    for (int i : random.sample(row.length, (int) Math.round(share * row.length))) {
      row[i] = (byte) -row[i];
    }
    return row;
  }

  /// The overlap of a pattern with a state, m = (1/N) sum_i xi_i sigma_i, in [-1, 1].
  public double overlap(int pattern, byte[] state) {
    Signs.require("pattern", pattern, 0, count() - 1);
    Signs.require("state", state, spins());
    long sum = 0;
    for (int i = 0; i < state.length; i++) {
      sum += rows.at(i, pattern) * state[i];
    }
    return (double) sum / state.length;
  }

  /// The squared-error losses of a pattern and of its negative at a state, which the energy of one
  /// pattern is a function of: 1 - 4 L+ L- = m^2, so -(N/2) m^P = -(N/2) (1 - 4 L+ L-)^(P/2).
  ///
  /// @param plus L+ = |xi + sigma|^2/(4N) = (1 + m)/2
  /// @param minus L- = |xi - sigma|^2/(4N) = (1 - m)/2
  public record Losses(double plus, double minus) {}

  /// The losses of a pattern at a state.
  public Losses losses(int pattern, byte[] state) {
    double m = overlap(pattern, state);
    return new Losses((1 + m) / 2, (1 - m) / 2);
  }

  SignedRows rows() {
    return rows;
  }

  @Override
  public String toString() {
    return count() + " patterns of " + spins() + " spins";
  }
}
