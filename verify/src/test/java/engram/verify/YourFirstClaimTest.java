// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the very file that `docs/your-first-claim.md` prints, as its reader would.
final class YourFirstClaimTest {
  @TempDir Path folder;

  private Path file = Path.of("MyClaim.java");

  @BeforeEach
  void save() throws Exception {
    file = Files.writeString(folder.resolve("MyClaim.java"), source());
  }

  /// The first block of Java in the page.
  static String source() throws Exception {
    String page = Files.readString(Repository.file("docs/your-first-claim.md"));
    Matcher block = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(page);
    assertTrue(block.find(), "a block of Java in the page");
    return block.group(1);
  }

  @Test
  void claimHolds() {
    Engram.Did did = Engram.alone(folder.resolve("home")).run("check", file.toString());
    assertEquals(0, did.code(), did::toString);
    assertTrue(did.out().contains("  holds  "), did::toString);
    assertFalse(did.out().contains("holds, but"), did::toString);
    assertTrue(did.out().contains("oja-finds-component"), did::toString);
    assertTrue(did.out().contains("equal variances"), did::toString);
  }

  @Test
  void claimFailsWithoutLearning() {
    Engram.Did did =
        Engram.alone(folder.resolve("home"))
            .run("check", file.toString(), "--set", "rate=0", "--require", "holds");
    assertEquals(10, did.code(), did::toString);
    assertTrue(did.out().contains("  fails  "), did::toString);
    assertTrue(did.out().contains("changed: rate=0"), did::toString);
  }

  @Test
  void pageIsShortAsPromised() throws Exception {
    long code = source().lines().filter(l -> !l.isBlank() && !l.startsWith("import")).count();
    assertTrue(code <= 36, "about 30 lines, was " + code);
  }
}
