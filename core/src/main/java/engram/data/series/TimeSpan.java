// SPDX-License-Identifier: Apache-2.0
package engram.data.series;

import java.time.Instant;

/// A stretch of time, both ends included.
///
/// @param first its first moment
/// @param last its last moment, not before the first
public record TimeSpan(Instant first, Instant last) {
  /// Checks the order.
  public TimeSpan {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "last must not be before first, was " + last + " before " + first);
    }
  }
}
