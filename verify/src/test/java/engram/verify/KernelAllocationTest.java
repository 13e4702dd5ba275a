// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Once compiled, no operation of the facades makes an array or leaves a vector as an object. What
/// stays is one small object a call of gemm, its arguments, which a prepared product makes once.
/// Whole processes, because the form is chosen once in each; half of them without profiles of
/// types, which the compiler lacks by chance where it is busy: a vector of a loop that is asked to
/// add itself is then of no known type, and stays an object.
class KernelAllocationTest {
  private static final int ROUNDS = 60;
  private static final int PRODUCT_BYTES = 96;

  @TempDir Path folder;

  @Test
  void compiledOperationsAllocateNothing() throws Exception {
    for (String form : List.of("auto", "256")) {
      for (String profiles : List.of("+", "-")) {
        List<String> lines = run(form, profiles);
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("vector")), lines.toString());
        assertEquals(
            List.of(),
            lines.stream().filter(KernelAllocationTest::isTooMuch).toList(),
            "bytes a call of form " + form + ", profiles " + profiles);
      }
    }
  }

  private static boolean isTooMuch(String line) {
    int colon = line.lastIndexOf(": ");
    return colon >= 0
        && Long.parseLong(line.substring(colon + 2))
            > (line.contains(" gemm ") ? PRODUCT_BYTES : 0);
  }

  private List<String> run(String form, String profiles) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "--add-modules=jdk.incubator.vector",
            "-XX:" + profiles + "UseTypeProfile",
            "-Dengram.kernel=" + form,
            "-cp",
            System.getProperty("java.class.path"),
            KernelAllocation.class.getName(),
            Integer.toString(ROUNDS));
    Engram.Did did = EngramProcess.start(folder, command).join();
    assertEquals(0, did.code(), did.err());
    return did.out().lines().toList();
  }
}
