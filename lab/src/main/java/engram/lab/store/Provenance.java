// SPDX-License-Identifier: Apache-2.0
package engram.lab.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Where a run comes from: everything that one needs to do it again, beside plan and seed.
///
/// @param version of Engram
/// @param commit of its sources; empty if unknown
/// @param claimsDigest of the frozen claims, as in `claims.lock`; empty where there are none
/// @param command the command line
/// @param computer what it began on
/// @param dataChecksums a checksum by the name of each data set that was used
/// @param sources a digest of the sources that each experiment's numbers come from, by its id;
///   empty outside a checkout
public record Provenance(
    String version,
    String commit,
    String claimsDigest,
    String command,
    Computer computer,
    Map<String, String> dataChecksums,
    Map<String, String> sources) {
  /// What a run began on.
  ///
  /// @param java the JDK's version and vendor
  /// @param cpu the processor
  /// @param system the operating system
  /// @param kernel the kernel's provider, such as `vector 512`
  public record Computer(String java, String cpu, String system, String kernel) {
    /// This computer.
    public static Computer here(String kernel) {
      return new Computer(
          System.getProperty("java.runtime.version") + " " + System.getProperty("java.vendor"),
          processor(),
          System.getProperty("os.name") + " " + System.getProperty("os.arch"),
          kernel);
    }

    private static String processor() {
      try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
        return lines
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse("unknown");
      } catch (IOException _) {
        return "unknown"; // Not Linux: the system's name has to do.
      }
    }
  }

  /// Copies.
  public Provenance {
    dataChecksums = Collections.unmodifiableMap(new LinkedHashMap<>(dataChecksums));
    sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
  }
}
