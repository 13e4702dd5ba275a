// SPDX-License-Identifier: Apache-2.0
package engram.cli.use;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// A pipe that can be asked whether it has something now: a thread of its own reads ahead, a
/// mebibyte at most. [#available] is 0 while there is nothing, and not 0 at the end.
final class PumpedInput extends InputStream {
  private static final int CHUNK = 1 << 16;
  private static final int CHUNKS = 16;

  /// What the thread hands over.
  private sealed interface Piece {
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Bytes(byte[] bytes) implements Piece {}

    record End(Optional<IOException> failure) implements Piece {}
  }

  private final BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(CHUNKS);
  private byte[] now = new byte[0];
  private int from;
  private volatile boolean ended;

  private PumpedInput() {}

  /// Begins to read.
  static PumpedInput of(InputStream in) {
    PumpedInput pumped = new PumpedInput();
    Thread thread = new Thread(() -> pumped.pump(in), "pump");
    thread.setDaemon(true);
    thread.start();
    return pumped;
  }

  private void pump(InputStream in) {
    try {
      byte[] chunk = new byte[CHUNK];
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        pieces.put(new Piece.Bytes(Arrays.copyOf(chunk, n)));
      }
      pieces.put(new Piece.End(Optional.empty()));
    } catch (IOException e) {
      fail(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void fail(IOException e) {
    try {
      pieces.put(new Piece.End(Optional.of(e)));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Whether its end was read.
  boolean hasEnded() {
    return ended;
  }

  @Override
  public int available() {
    if (from < now.length) {
      return now.length - from;
    }
    return ended || !pieces.isEmpty() ? 1 : 0;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int at, int count) throws IOException {
    while (!ended && from == now.length && count > 0) {
      take();
    }
    if (from == now.length) {
      return count == 0 ? 0 : -1;
    }
    int n = Math.min(count, now.length - from);
    System.arraycopy(now, from, into, at, n);
    from += n;
    return n;
  }

  private void take() throws IOException {
    try {
      switch (pieces.take()) {
        case Piece.Bytes(byte[] bytes) -> {
          now = bytes;
          from = 0;
        }
        case Piece.End(Optional<IOException> failure) -> {
          ended = true;
          if (failure.isPresent()) {
            throw failure.get();
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
