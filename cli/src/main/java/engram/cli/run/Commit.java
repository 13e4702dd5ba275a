// SPDX-License-Identifier: Apache-2.0
package engram.cli.run;

import engram.state.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Which sources this is: the version, the commit of a checkout, the digest of its frozen claims.
/// Read from files, without git.
public final class Commit {
  /// The version of Engram.
  public static final String VERSION = "0.1.0";

  private Commit() {}

  /// The commit that is checked out; empty if it cannot be told.
  public static String of(Path checkout) {
    return text(checkout.resolve(".git/HEAD"))
        .flatMap(head ->
            head.startsWith("ref: ")
                ? branch(checkout.resolve(".git"), head.substring(5))
                : Optional.of(head))
        .filter(commit -> commit.matches("[0-9a-f]{40,64}"))
        .orElse("");
  }

  /// SHA-256 of a file; empty if it is not there.
  public static String digestOf(Path file) {
    try {
      return "sha256:" + Sha256.hex(Files.readAllBytes(file));
    } catch (IOException _) {
      return "";
    }
  }

  private static Optional<String> branch(Path git, String name) {
    return text(git.resolve(name))
        .or(() ->
            text(git.resolve("packed-refs"))
                .flatMap(packed ->
                    packed
                        .lines()
                        .filter(line -> line.endsWith(" " + name))
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .findFirst()));
  }

  private static Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip());
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
