// SPDX-License-Identifier: Apache-2.0
package engram.state;

/// Named typed arrays with units: the whole state of something between two steps, as values.
public final class Snapshot {
  private Snapshot() {}
}
