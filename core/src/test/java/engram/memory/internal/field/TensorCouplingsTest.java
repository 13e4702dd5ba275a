// SPDX-License-Identifier: Apache-2.0
package engram.memory.internal.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.random.RandomStream;
import engram.random.Seeds;
import org.junit.jupiter.api.Test;

/// Couplings held one by one against the rows that they are made of.
final class TensorCouplingsTest {
  private static final long SEED = 9;

  private static RandomStream random(String name) {
    return Seeds.of(SEED).stream(name);
  }

  @Test
  void noiseOnTheCouplingsHasItsAmplitude() {
    SignedRows patterns = RandomRows.signs(16, 4, random("patterns"));
    TensorCouplings clean = TensorCouplings.noisy(4, patterns, 0, 1, random("n"));
    TensorCouplings noisy = TensorCouplings.noisy(4, patterns, 3, 1, random("n"));
    int count = clean.values().length;
    assertEquals(1820, count);
    assertEquals(1820, TensorCouplings.count(4, 16));
    double squares = 0;
    for (int k = 0; k < count; k++) {
      double g = noisy.values()[k] - clean.values()[k];
      squares += g * g / count;
    }
    assertEquals(36, squares, 5 * 36 * Math.sqrt(2.0 / count), "seed " + SEED);
  }

  @Test
  void withoutNoiseFieldsAreThoseOfTheRows() {
    for (int bodies = 2; bodies <= 6; bodies++) {
      SignedRows patterns = RandomRows.signs(12, 5, random("patterns " + bodies));
      byte[] state = RandomRows.state(12, random("state " + bodies));
      Replica tensor = TensorCouplings.noisy(bodies, patterns, 0, 1, random("n")).replica(state);
      Replica rows = new RowCouplings(bodies, patterns, 1).replica(state);
      for (int i = 0; i < 12; i++) {
        assertEquals(rows.field(i, Indices.DISTINCT), tensor.field(i, Indices.DISTINCT));
        rows.flip(i);
        tensor.flip(i);
        assertEquals(rows.couplingSum(), tensor.couplingSum(), "P = " + bodies + ", spin " + i);
      }
    }
  }

  @Test
  void refusesSpinsThatCoincide() {
    SignedRows patterns = RandomRows.signs(6, 2, random("patterns"));
    Replica tensor =
        TensorCouplings.noisy(3, patterns, 0, 1, random("n"))
            .replica(RandomRows.state(6, random("state")));
    assertEquals(
        "indices of explicit couplings must be DISTINCT, was FREE",
        assertThrows(IllegalArgumentException.class, () -> tensor.field(0, Indices.FREE))
            .getMessage());
  }
}
