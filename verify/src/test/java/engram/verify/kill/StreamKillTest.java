// SPDX-License-Identifier: Apache-2.0
package engram.verify.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.state.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A stream whose process is killed for good again and again ends with the bytes of one that was
/// left alone.
final class StreamKillTest {
  private static final int ROWS = 4_000;
  private static final int KILLS = 4;
  private static final int PATIENCE_MS = 60_000;

  @TempDir Path folder;

  @Test
  void aKilledStreamNeitherRepeatsNorLosesARow() throws IOException, InterruptedException {
    Path whole = Files.createDirectory(folder.resolve("whole"));
    Path killed = Files.createDirectory(folder.resolve("killed"));
    RandomStream draws = Seeds.of(17).stream("table");
    StringBuilder table = new StringBuilder("time,value\n");
    for (int i = 0; i < ROWS; i++) {
      table.append(1_400_000_000 + 60 * i).append(',').append(draws.nextGaussian()).append('\n');
    }
    Files.writeString(whole.resolve(ForkedStream.TABLE), table);
    Files.writeString(killed.resolve(ForkedStream.TABLE), table);
    ForkedStream.run(whole, ROWS);

    Path log = folder.resolve("log.txt");
    int kills = 0;
    for (int k = 1; k <= KILLS; k++) {
      int from = k * (ROWS / (KILLS + 2)) + draws.nextInt(200);
      Process process = ForkedStream.start(killed, log);
      try {
        for (int ms = 0; behind(killed) < from && process.isAlive() && ms < PATIENCE_MS; ms += 5) {
          process.waitFor(5, TimeUnit.MILLISECONDS);
        }
        kills += process.isAlive() ? 1 : 0;
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
    assertTrue(kills > KILLS / 2, "only " + kills + " kills: " + Files.readString(log));
    Process last = ForkedStream.start(killed, log);
    assertTrue(last.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS));
    assertEquals("", Files.readString(log));
    assertEquals(
        Files.readString(whole.resolve(ForkedStream.SCORES)),
        Files.readString(killed.resolve(ForkedStream.SCORES)));
    assertEquals(ROWS, behind(killed));
  }

  /// How many records the checkpoint has; it can be read at any moment.
  private static long behind(Path folder) {
    Path checkpoint = folder.resolve(ForkedStream.CHECKPOINT);
    return Files.exists(checkpoint) ? Safetensors.read(checkpoint).number("records") : 0;
  }
}
