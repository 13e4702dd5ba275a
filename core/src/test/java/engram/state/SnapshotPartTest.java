// SPDX-License-Identifier: Apache-2.0
package engram.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.error.DataCorruptException;
import org.junit.jupiter.api.Test;

class SnapshotPartTest {
  private static final Snapshot INNER =
      Snapshot.named("inner", 7)
          .floats("weights", "mV", new float[] {1, -0f, Float.NaN, 4}, 2, 2)
          .note("why", "a test")
          .build();
  private static final Snapshot FOREIGN =
      Safetensors.decode("hand", new byte[] {2, 0, 0, 0, 0, 0, 0, 0, '{', '}'});
  private static final Snapshot MIDDLE =
      Snapshot.named("middle/kind", 2).part("first", INNER).number("step", "1", 5).build();

  @Test
  void givesBackEachPartEvenOfAPartAndAfterAFile() {
    Snapshot outer =
        Snapshot.named("outer", 1)
            .part("one", MIDDLE)
            .part("two", INNER)
            .part("none", FOREIGN)
            .build();
    Snapshot back = Safetensors.decode("memory", Safetensors.encode(outer));
    assertEquals(outer, back);
    assertEquals(MIDDLE, back.part("one"));
    assertEquals(INNER, back.part("one").part("first"));
    assertEquals(INNER, back.part("two"));
    assertEquals("mV", back.part("two").unit("weights"));
    assertEquals(FOREIGN, back.part("none"));
  }

  @Test
  void refusesAPartThatIsNotThere() {
    assertEquals(
        "snapshot middle/kind/2 must hold a part second, has [first/weights, step]",
        assertThrows(DataCorruptException.class, () -> MIDDLE.part("second")).getMessage());
    for (String label : new String[] {"inner", "inner/0", "inner/x", "/", "inner/1234567890"}) {
      Snapshot wrong = MIDDLE.withNote("part:first", label);
      assertThrows(DataCorruptException.class, () -> wrong.part("first"), label);
    }
  }

  @Test
  void refusesANameThatIsTaken() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Snapshot.named("f", 1).part("a", INNER).part("a", INNER));
    assertThrows(IllegalArgumentException.class, () -> Snapshot.named("f", 1).part("a/b", INNER));
    assertThrows(IllegalArgumentException.class, () -> Snapshot.named("f", 1).part("", INNER));
  }
}
