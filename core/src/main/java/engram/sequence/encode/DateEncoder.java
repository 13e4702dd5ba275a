// SPDX-License-Identifier: Apache-2.0
package engram.sequence.encode;

import engram.source.FromPaper;
import java.time.Instant;
import java.util.List;

/// Encodes a time by some of its parts, side by side in the order given.
///
/// References: see the package, [1] and [2].
@FromPaper(value = "htm", at = "spec encoders")
public final class DateEncoder implements Encoder<Instant> {
  private final List<TimePart.Coded> parts;
  private final int width;

  /// @param parts at least one
  public DateEncoder(List<TimePart.Coded> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("parts must be 1 or more, was 0");
    }
    this.parts = List.copyOf(parts);
    this.width = parts.stream().mapToInt(part -> part.encoder().width()).sum();
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public void encode(Instant time, int at, ActiveBits into) {
    int from = at;
    for (TimePart.Coded part : parts) {
      part.encoder().encodeBucket(part.bucket(time), from, into);
      from += part.encoder().width();
    }
  }
}
