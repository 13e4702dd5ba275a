// SPDX-License-Identifier: Apache-2.0
package engram.lab.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceTreeTest {
  @TempDir Path folder;

  private Sources sources() {
    return new SourceTree(folder).of(ProbeStudy.class);
  }

  @Test
  void followsImportsNamesInFullNeighboursAndResourcesAndBeginsWithTheSeedsToo()
      throws IOException {
    Checkout.in(folder);
    assertEquals(
        Set.of(
            "engram/lab/ledger/ProbeStudy.java",
            "engram/lab/ledger/Neighbour.java",
            "engram/memory/probe/Mechanism.java",
            "engram/kernel/Doubles.java",
            "engram/kernel/table.csv",
            "engram/random/Seeds.java"),
        sources().files().keySet());
  }

  @Test
  void aChangeOfWhatIsUsedIsSeenAndNamed() throws IOException {
    Checkout.in(folder);
    Sources before = sources();
    Checkout.replace(folder, Checkout.KERNEL, "ONE = 1", "ONE = 2");
    Sources after = sources();
    assertNotEquals(before.digest(), after.digest());
    assertEquals(List.of("engram/kernel/Doubles.java"), before.differences(after));
  }

  @Test
  void aChangedResourceIsSeen() throws IOException {
    Checkout.in(folder);
    Sources before = sources();
    Checkout.replace(folder, Checkout.TABLE, "1,2", "1, 2");
    assertEquals(List.of("engram/kernel/table.csv"), before.differences(sources()));
  }

  @Test
  void documentationLayoutAndWhatIsNotUsedChangeNothing() throws IOException {
    Checkout.in(folder);
    String before = sources().digest();
    Checkout.replace(
        folder, Checkout.KERNEL, "class Doubles", "/// The doubles.\n  class  Doubles");
    Checkout.replace(folder, Checkout.UNUSED, "class Unused {}", "class Unused { int x; }");
    Checkout.replace(folder, Checkout.STRANGER, "class Stranger {}", "class Stranger { int x; }");
    Checkout.replace(folder, Checkout.LAB, "Trial {}", "Trial { void more(); }");
    assertEquals(before, sources().digest());
  }

  @Test
  void whatIsNewlyUsedIsADifference() throws IOException {
    Checkout.in(folder);
    Sources before = sources();
    Checkout.replace(folder, Checkout.EXPERIMENT, "Neighbour.read(", "Stranger.read(");
    assertEquals(
        List.of(
            "engram/lab/ledger/Neighbour.java",
            "engram/lab/ledger/ProbeStudy.java",
            "engram/lab/ledger/Stranger.java"),
        before.differences(sources()));
  }

  @Test
  void aStarImportUsesThePackage() throws IOException {
    Checkout.in(folder);
    Checkout.replace(
        folder, Checkout.EXPERIMENT, "engram.memory.probe.Mechanism;", "engram.memory.probe.*;");
    assertEquals(true, sources().files().containsKey("engram/memory/probe/Unused.java"));
  }

  @Test
  void refusesAClassWithoutSource() throws IOException {
    Checkout.in(folder);
    SourceTree tree = new SourceTree(folder);
    assertFalse(tree.has(String.class));
    assertEquals(
        "type must have its source in the checkout, was java.lang.String",
        assertThrows(IllegalArgumentException.class, () -> tree.of(String.class)).getMessage());
  }
}
