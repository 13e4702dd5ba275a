// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import engram.cli.Main;
import engram.cli.run.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// Runs commands as a person does, in this process, in a home of the test's own.
///
/// @param home Engram's home
/// @param checkout the checkout, beside which data are sought; empty where there is none
record Engram(Path home, Optional<Path> checkout) {
  /// What a command did.
  ///
  /// @param code its exit code
  /// @param out what it wrote to standard output
  /// @param err what it wrote to standard error
  record Did(int code, String out, String err) {
    @Override
    public String toString() {
      return "exit " + code + "\n--- out\n" + out + "--- err\n" + err;
    }
  }

  /// No checkout, so no data set that is not built in.
  static Engram alone(Path home) {
    return new Engram(home, Optional.empty());
  }

  Did run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings around =
        new Surroundings(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new Surroundings.Screen(200, false, false),
            Map.of("ENGRAM_HOME", home.toString()),
            home,
            checkout,
            InstantSource.system());
    int code = Main.run(around, arguments);
    return new Did(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
