// SPDX-License-Identifier: Apache-2.0
package engram.verify.planted.kernel;

import engram.verify.planted.flow.Counter;

/// A ground type that knows a family, in a cycle, with a name that says nothing, not final,
/// printing.
public class UpwardHelper {
  /// Draws from a source without a seed.
  public double draw(Counter counter) {
    System.out.println(counter.count);
    return Math.random();
  }
}
