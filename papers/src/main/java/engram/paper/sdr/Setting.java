// SPDX-License-Identifier: Apache-2.0
package engram.paper.sdr;

/// A population with so many active cells.
record Setting(int active, int population) {
  /// At the same sparsity; so many times that drawing is as good as with replacement.
  Setting times(int factor) {
    return new Setting(active * factor, population * factor);
  }

  String arm() {
    return "a=" + active + " n=" + population;
  }
}
