// SPDX-License-Identifier: Apache-2.0
package engram.cli.run;

import engram.data.DataPlaces;
import engram.data.DataSets;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// Everything around a command that is not its arguments, as a value: so that a test can run a
/// command as a person does.
///
/// @param out where results go
/// @param err where progress and notes go
/// @param screen what the terminal can do
/// @param environment the environment's variables
/// @param userHome the person's home
/// @param checkout the root of the checkout that this runs from
/// @param clock the time
public record Surroundings(
    PrintStream out,
    PrintStream err,
    Screen screen,
    Map<String, String> environment,
    Path userHome,
    Optional<Path> checkout,
    InstantSource clock) {
  /// What the terminal can do.
  ///
  /// @param columns its width in characters
  /// @param colour whether results may be coloured
  /// @param live whether progress can be redrawn in place
  public record Screen(int columns, boolean colour, boolean live) {
    private static final int USUAL_COLUMNS = 100;
    private static final int LEAST_COLUMNS = 60;

    /// No terminal: no colour, no bar.
    public static final Screen NONE = new Screen(USUAL_COLUMNS, false, false);

    static Screen of(Map<String, String> environment) {
      boolean dumb =
          "dumb".equals(environment.get("TERM"))
              || !environment.getOrDefault("NO_COLOR", "").isEmpty();
      int columns = Integer.getInteger("engram.columns", USUAL_COLUMNS);
      return new Screen(
          Math.max(LEAST_COLUMNS, columns),
          "yes".equals(System.getProperty("engram.colour")) && !dumb,
          "yes".equals(System.getProperty("engram.terminal"))
              && !"dumb".equals(environment.get("TERM")));
    }
  }

  /// What is around this process.
  public static Surroundings ofThisProcess() {
    Map<String, String> environment = System.getenv();
    return new Surroundings(
        new PrintStream(System.out, true, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8),
        Screen.of(environment),
        environment,
        Path.of(System.getProperty("user.home")),
        Optional.ofNullable(System.getProperty("engram.checkout")).map(Path::of),
        InstantSource.system());
  }

  /// Engram's home: what the option says, or the usual place.
  public Path home(Optional<Path> option) {
    return option.orElseGet(() -> DataPlaces.home(environment, userHome));
  }

  /// The data sets of this machine.
  public DataSets dataSets(Optional<Path> dataOption, Optional<Path> homeOption) {
    return DataSets.known(DataPlaces.usual(dataOption, environment, home(homeOption), checkout));
  }

  /// A note to the person, on standard error.
  public void note(String text) {
    err.println(text);
  }

  /// The file of frozen claims, where this runs from a checkout.
  public Optional<Path> claimsLock() {
    return checkout.map(root -> root.resolve("papers/claims.lock"));
  }
}
