// SPDX-License-Identifier: Apache-2.0
package engram.verify.planted.flow;

import engram.verify.planted.kernel.UpwardHelper;

/// A family's type with state in a static and in a public field, and JSON.
public final class Counter {
  static int calls;

  /// A public field that changes.
  public int count;

  /// Counts.
  public double next(UpwardHelper helper) {
    calls++;
    return helper.draw(this);
  }

  /// Speaks JSON where nobody should.
  public String json(tools.jackson.databind.ObjectMapper mapper) {
    return mapper.writeValueAsString(count);
  }
}
