// SPDX-License-Identifier: Apache-2.0
package engram.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.error.DataCorruptException;
import engram.error.RunFolderException;
import engram.random.Seeds;
import engram.state.stream.StreamRunner;
import engram.state.stream.StreamSink;
import engram.state.stream.StreamSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {
  private static final Snapshot FORMER = Snapshot.named("probe", 1).number("step", "1", 1).build();
  private static final Snapshot LATER = Snapshot.named("probe", 1).number("step", "1", 2).build();

  @TempDir Path folder;

  @Test
  void aDiskThatIsFullAtAnyByteKeepsTheFormer() throws IOException {
    Path path = folder.resolve("checkpoint.safetensors");
    assertEquals(Optional.empty(), new CheckpointFile(path, 1).read());
    int size = Safetensors.encode(LATER).length;
    RunFolderException none =
        assertThrows(RunFolderException.class, () -> full(path, 0).write(FORMER));
    assertEquals(
        "checkpoint " + path + " cannot be written, there is none yet: No space left on device",
        none.getMessage());
    new CheckpointFile(path, 1).write(FORMER);
    for (int room = 0; room < size; room++) {
      CheckpointFile file = full(path, room);
      RunFolderException refused = assertThrows(RunFolderException.class, () -> file.write(LATER));
      assertEquals(
          "checkpoint "
              + path
              + " cannot be written, the former one is kept: No space left on device",
          refused.getMessage());
      assertEquals(Optional.of(FORMER), file.read());
    }
    full(path, size).write(LATER);
    assertEquals(Optional.of(LATER), new CheckpointFile(path, 1).read());
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(path), left.toList());
    }
  }

  @Test
  void everyTruncationAndAnEmptyOrForeignFileAreRefused() throws IOException {
    Path path = folder.resolve("checkpoint.safetensors");
    byte[] bytes = Safetensors.encode(FORMER);
    for (int length = 0; length < bytes.length; length++) {
      Files.write(path, Arrays.copyOf(bytes, length));
      assertThrows(
          DataCorruptException.class, () -> open(path), "the first " + length + " bytes only");
    }
    Files.write(path, bytes);
    DataCorruptException foreign = assertThrows(DataCorruptException.class, () -> open(path));
    assertEquals("snapshot must be of stream/1, was probe/1", foreign.getMessage());
    Safetensors.write(path, Snapshot.named("stream", 2).build());
    RunFolderException newer = assertThrows(RunFolderException.class, () -> open(path));
    assertEquals(
        "snapshot stream/2 is of a newer version than 1: a newer Engram reads it",
        newer.getMessage());
  }

  @Test
  void refusesNoRecords() {
    assertEquals(
        "everyRecords must be at least 1, was 0",
        assertThrows(IllegalArgumentException.class, () -> new CheckpointFile(folder, 0))
            .getMessage());
  }

  private static CheckpointFile full(Path path, long room) {
    return new CheckpointFile(path, 1, channel -> new FullDisk(channel, room));
  }

  private static void open(Path path) {
    StreamRunner.open(
        StreamSource.of(List.of(1.0)),
        new RandomWalkFilter(0.5, Seeds.of(1)),
        StreamSink.of(x -> {}),
        new CheckpointFile(path, 1));
  }
}
