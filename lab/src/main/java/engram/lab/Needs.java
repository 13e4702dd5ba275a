// SPDX-License-Identifier: Apache-2.0
package engram.lab;

import java.util.Set;

/// What one replicate needs; asked before anything is built.
///
/// @param dataSets names of data sets, as `engram data list` prints them
/// @param memoryBytes memory for one replicate, in bytes
/// @param cpuSeconds about how long one replicate takes on one core, in seconds: for the time
///   printed before a run
/// @param repeat where the same seed gives the same bits
public record Needs(Set<String> dataSets, long memoryBytes, double cpuSeconds, Repeat repeat) {
  /// Where the same seed gives the same bits.
  public enum Repeat {
    /// On every machine: plain Java.
    ANYWHERE,
    /// On one machine with one set of libraries: native code.
    THIS_MACHINE
  }

  /// Copies and checks.
  public Needs {
    dataSets = Set.copyOf(dataSets);
    if (memoryBytes < 0) {
      throw new IllegalArgumentException("memoryBytes must be 0 or more, was " + memoryBytes);
    }
    if (!(cpuSeconds >= 0)) {
      throw new IllegalArgumentException("cpuSeconds must be 0 or more, was " + cpuSeconds);
    }
  }

  /// Plain Java, no data, little memory.
  public static Needs cpuSeconds(double seconds) {
    return new Needs(Set.of(), 64L << 20, seconds, Repeat.ANYWHERE);
  }

  /// The same, with data sets.
  public Needs withData(String... names) {
    return new Needs(Set.of(names), memoryBytes, cpuSeconds, repeat);
  }

  /// The same, with so much memory, in bytes.
  public Needs withMemory(long bytes) {
    return new Needs(dataSets, bytes, cpuSeconds, repeat);
  }
}
