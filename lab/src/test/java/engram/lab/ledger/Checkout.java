// SPDX-License-Identifier: Apache-2.0
package engram.lab.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A small checkout on the disk: an experiment that uses a mechanism, a kernel, and a neighbour.
final class Checkout {
  static final String EXPERIMENT = "papers/src/main/java/engram/lab/ledger/ProbeStudy.java";
  static final String NEIGHBOUR = "papers/src/main/java/engram/lab/ledger/Neighbour.java";
  static final String STRANGER = "papers/src/main/java/engram/lab/ledger/Stranger.java";
  static final String MECHANISM = "core/src/main/java/engram/memory/probe/Mechanism.java";
  static final String UNUSED = "core/src/main/java/engram/memory/probe/Unused.java";
  static final String KERNEL = "core/src/main/java/engram/kernel/Doubles.java";
  static final String SEEDS = "core/src/main/java/engram/random/Seeds.java";
  static final String TABLE = "core/src/main/resources/engram/kernel/table.csv";
  static final String LAB = "lab/src/main/java/engram/lab/Trial.java";

  private Checkout() {}

  /// Writes it.
  static Path in(Path root) throws IOException {
    put(
        root,
        EXPERIMENT,
        """
        package engram.lab.ledger;
        import engram.lab.Trial;
        import engram.memory.probe.Mechanism;
        final class ProbeStudy { void run() { Neighbour.read(new Mechanism()); } }
        """);
    put(
        root,
        NEIGHBOUR,
        "package engram.lab.ledger; class Neighbour { static void read(Object o) {} }");
    put(root, STRANGER, "package engram.lab.ledger; class Stranger {}");
    put(
        root,
        MECHANISM,
        "package engram.memory.probe; class Mechanism { double x = engram.kernel.Doubles.ONE; }");
    put(root, UNUSED, "package engram.memory.probe; class Unused {}");
    put(
        root,
        KERNEL,
        "package engram.kernel; class Doubles { static final double ONE = 1; String t = \"table.csv\"; }");
    put(root, TABLE, "1,2");
    put(root, SEEDS, "package engram.random; class Seeds {}");
    put(root, LAB, "package engram.lab; interface Trial {}");
    return root;
  }

  static void put(Path root, String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  static void replace(Path root, String file, String old, String other) throws IOException {
    String text = Files.readString(root.resolve(file));
    if (!text.contains(old)) {
      throw new IllegalStateException(file + " must contain " + old);
    }
    put(root, file, text.replace(old, other));
  }
}
