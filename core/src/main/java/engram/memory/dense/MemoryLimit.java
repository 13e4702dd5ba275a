// SPDX-License-Identifier: Apache-2.0
package engram.memory.dense;

import engram.error.MachineCannotException;
import java.util.Locale;

/// How many bytes may be taken; asked before anything is allocated.
///
/// @param bytes 0 or more
public record MemoryLimit(long bytes) {
  /// Checks the limit.
  public MemoryLimit {
    if (bytes < 0) {
      throw new IllegalArgumentException("bytes of the limit must be 0 or more, was " + bytes);
    }
  }

  /// The most that the heap of this process may hold.
  public static MemoryLimit ofThisProcess() {
    return new MemoryLimit(Runtime.getRuntime().maxMemory());
  }

  /// Refuses what does not fit.
  ///
  /// @param what the thing to build, for the message
  /// @param needed its size in bytes; a double, since C(N, P) leaves the range of a long
  /// @throws MachineCannotException where more is needed than the limit
  public void require(String what, double needed) {
    if (needed > bytes) {
      throw new MachineCannotException(
          String.format(
              Locale.ROOT,
              "%s needs %s, available are %s; give Java more with -Xmx or take fewer patterns",
              what,
              text(needed),
              text((double) bytes)));
    }
  }

  private static String text(double bytes) {
    return String.format(Locale.ROOT, "%.0f bytes (%.3g GB)", bytes, bytes / 1e9);
  }
}
