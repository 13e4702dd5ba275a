// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RotationTest {
  private static final List<String> ITEMS = List.of("a", "b", "c", "d", "e", "f", "g");

  @Test
  void everyItemIsDoneOnceInSoManyDays() {
    List<String> done = new ArrayList<>();
    for (long day = 20_000; day < 20_003; day++) {
      List<String> part = new Rotation(day, false).some(ITEMS, s -> s, 3);
      assertFalse(part.isEmpty());
      done.addAll(part);
    }
    assertEquals(ITEMS.size(), done.size());
    assertEquals(new HashSet<>(ITEMS), new HashSet<>(done));
  }

  @Test
  void fewItemsAreDoneOften() {
    assertEquals(List.of("a"), new Rotation(20_001, false).some(List.of("a"), s -> s, 3));
  }

  @Test
  void everythingIsDoneOnRequest() {
    assertEquals(ITEMS, new Rotation(1, true).some(ITEMS, s -> s, 3));
  }
}
