// SPDX-License-Identifier: Apache-2.0
package engram.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/// A channel to a disk with room for some bytes more.
public final class FullDisk implements WritableByteChannel {
  private final WritableByteChannel below;
  private long room;

  public FullDisk(WritableByteChannel below, long room) {
    this.below = below;
    this.room = room;
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    if (room == 0) {
      throw new IOException("No space left on device");
    }
    ByteBuffer some = bytes.slice(bytes.position(), (int) Math.min(room, bytes.remaining()));
    int written = below.write(some);
    bytes.position(bytes.position() + written);
    room -= written;
    return written;
  }

  @Override
  public boolean isOpen() {
    return below.isOpen();
  }

  @Override
  public void close() throws IOException {
    below.close();
  }
}
