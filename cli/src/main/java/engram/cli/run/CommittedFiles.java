// SPDX-License-Identifier: Apache-2.0
package engram.cli.run;

import engram.error.MachineCannotException;
import engram.lab.ledger.Committed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Files of a checkout as git has them: one call of `git show` a file.
public final class CommittedFiles implements Committed {
  private final Path checkout;
  private final Map<String, Optional<byte[]>> known = new HashMap<>();

  /// @param checkout the root of a git checkout
  public CommittedFiles(Path checkout) {
    this.checkout = checkout;
  }

  /// @throws MachineCannotException if there is no git
  @Override
  public Optional<byte[]> content(String commit, String file) {
    return known.computeIfAbsent(commit + ":./" + file, this::show);
  }

  private Optional<byte[]> show(String object) {
    try {
      Process git =
          new ProcessBuilder("git", "-C", checkout.toString(), "show", object)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      byte[] content = git.getInputStream().readAllBytes();
      return git.waitFor() == 0 ? Optional.of(content) : Optional.empty();
    } catch (IOException e) {
      throw new MachineCannotException("git is needed to keep a run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MachineCannotException("git was interrupted", e);
    }
  }
}
