// SPDX-License-Identifier: Apache-2.0
package engram.state.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.error.DataCorruptException;
import engram.error.RunFolderException;
import engram.state.FullDisk;
import engram.state.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineSinkTest {
  @TempDir Path folder;

  @Test
  void appendsAndCutsWhatCameAfterAPosition() throws IOException {
    Path file = Files.writeString(folder.resolve("out.csv"), "head\n");
    Snapshot middle;
    try (LineSink sink = new LineSink(file)) {
      sink.accept("\u00b5");
      middle = sink.position();
      assertEquals("head\n\u00b5\n", Files.readString(file));
      sink.accept("lost");
    }
    assertEquals("head\n\u00b5\nlost\n", Files.readString(file));
    try (LineSink sink = new LineSink(file)) {
      sink.accept("never written");
      sink.rewind(middle);
      sink.accept("again");
      assertEquals(14, sink.position().number("length"));
    }
    assertEquals("head\n\u00b5\nagain\n", Files.readString(file));
  }

  @Test
  void refusesToGoBackToWhatIsGone() throws IOException {
    Path file = folder.resolve("out.csv");
    try (LineSink sink = new LineSink(file)) {
      sink.accept("abc");
      Snapshot end = sink.position();
      Files.writeString(file, "a");
      DataCorruptException gone = assertThrows(DataCorruptException.class, () -> sink.rewind(end));
      assertEquals(file + " must still have 4 bytes, has 1", gone.getMessage());
      assertThrows(
          DataCorruptException.class, () -> sink.rewind(Snapshot.named("other", 1).build()));
      assertThrows(IllegalArgumentException.class, () -> sink.accept("two\nlines"));
    }
  }

  @Test
  void linesThatAFullDiskRefusedAreWrittenWhenThereIsRoom() throws IOException {
    for (long room = 0; room < 12; room++) {
      Path file = folder.resolve(room + ".csv");
      AtomicLong left = new AtomicLong(room);
      try (LineSink sink =
          new LineSink(file, channel -> new FullDisk(channel, left.getAndSet(1 << 20)))) {
        sink.accept("first");
        sink.accept("second");
        RunFolderException full = assertThrows(RunFolderException.class, sink::position);
        assertEquals(file + " cannot be written: No space left on device", full.getMessage());
        sink.accept("third");
        assertEquals(19, sink.position().number("length"));
      }
      assertEquals("first\nsecond\nthird\n", Files.readString(file));
    }
  }

  @Test
  void refusesAFolder() {
    assertThrows(RunFolderException.class, () -> new LineSink(folder));
  }

  @Test
  void writesLongStreamsAsTheyCome() throws IOException {
    Path file = folder.resolve("out.csv");
    try (LineSink sink = new LineSink(file)) {
      for (int i = 0; i < 100_000; i++) {
        sink.accept("0123456789");
      }
    }
    assertEquals(1_100_000, Files.size(file));
  }
}
