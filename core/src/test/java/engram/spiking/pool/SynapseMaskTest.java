// SPDX-License-Identifier: Apache-2.0
package engram.spiking.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.spiking.replay.RecurrentWeights;
import engram.spiking.replay.ReferenceWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SynapseMaskTest {
  @Test
  void sparseMaskHasItsShareAndNoSelf() {
    RandomStream random = Seeds.of(7).stream("mask");
    SynapseMask mask = SynapseMask.sparse(100, 0.1, random);
    int count = 0;
    for (int i = 0; i < 100; i++) {
      for (int j = 0; j < 100; j++) {
        count += mask.has(i, j) ? 1 : 0;
      }
      assertTrue(!mask.has(i, i));
    }
    assertEquals(990, count, 4 * Math.sqrt(9900 * 0.09));
  }

  @Test
  void maskFromSomeSourcesKeepsTheirWeightsAlone() {
    SynapseMask mask = SynapseMask.from(7, 1, 5);
    RecurrentWeights all = new ReferenceWeights(7, 1).draw(Seeds.of(4).stream("w"));
    RecurrentWeights kept = mask.kept(all);
    for (int i = 0; i < 7; i++) {
      for (int j = 0; j < 7; j++) {
        boolean has = i != j && (j == 1 || j == 5);
        assertEquals(has, mask.has(i, j));
        assertEquals(has ? all.weight(i, j) : 0, kept.weight(i, j));
      }
    }
    refuses("sources must be in [0, 6], was 7", () -> SynapseMask.from(7, 7));
  }

  @Test
  void refusesWhatIsNoMask() {
    refuses(
        "probability must be in [0, 1], was 2.0",
        () -> SynapseMask.sparse(3, 2, Seeds.of(1).stream("x")));
    refuses("neurons must be 1 or more, was 0", () -> SynapseMask.allToAll(0));
  }

  private static void refuses(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
