// SPDX-License-Identifier: Apache-2.0
package engram.sequence.sdr;

import engram.random.RandomStream;
import engram.source.FromPaper;

/// Noise that keeps the sparsity: some active cells fall silent and as many others, that were
/// silent before, become active.
///
/// The formula for misses counts only what falls silent. What becomes active cannot help the
/// pattern's own segment here (its synapses sit on cells of the pattern, and a cell that fell
/// silent stays so), but it can fire another segment by chance.
///
/// References: see the package, [1].
@FromPaper(value = "sdr", at = "spec 7")
public final class SdrNoise {
  private SdrNoise() {}

  /// Moves floor(fraction a) random active cells to random silent places.
  ///
  /// @param input what is disturbed; itself unchanged
  /// @param fraction the share of active cells that move, in [0, 1]
  /// @throws IllegalArgumentException if there are fewer silent cells than must move
  public static Sdr move(Sdr input, double fraction, RandomStream random) {
    int moved = count(input.size(), fraction);
    int silent = input.population() - input.size();
    if (moved > silent) {
      throw new IllegalArgumentException(
          "silent cells must be as many as move, " + moved + ", was " + silent);
    }
    int[] kept = input.subsample(input.size() - moved, random).cells();
    int[] cells = new int[input.size()];
    System.arraycopy(kept, 0, cells, 0, kept.length);
    int[] places = random.sample(silent, moved);
    int active = 0;
    for (int i = 0; i < moved; i++) {
      // The cell with `places[i]` silent cells below it; places ascend, so one pass finds all.
      while (active < input.size() && input.cell(active) - active <= places[i]) {
        active++;
      }
      cells[kept.length + i] = places[i] + active;
    }
    return Sdr.of(input.population(), cells);
  }

  /// How many of `size` active cells move at a fraction: floor(fraction size), and never less for
  /// being written in binary (0.15 of 20 is 3).
  public static int count(int size, double fraction) {
    if (!(fraction >= 0 && fraction <= 1)) {
      throw new IllegalArgumentException("fraction must be in [0, 1], was " + fraction);
    }
    return (int) Math.floor(fraction * size + 1e-9);
  }
}
