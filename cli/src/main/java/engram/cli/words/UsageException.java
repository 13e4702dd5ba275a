// SPDX-License-Identifier: Apache-2.0
package engram.cli.words;

import java.util.function.Supplier;

/// A mistake in what a person typed: one line, exit code 2.
public final class UsageException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /// @param message one line: what is wrong and what would be right
  public UsageException(String message) {
    super(message);
  }

  /// Refuses a number of things, or of times, that is not at least 1.
  ///
  /// @param option what the person calls it, such as `--epochs`
  public static void unlessPositive(String option, long value) {
    if (value < 1) {
      throw new UsageException(option + " must be at least 1, was " + value);
    }
  }

  /// Asks for something with words of the person's: what the library refuses is the person's
  /// mistake.
  public static <T> T unlessRefused(Supplier<T> asked) {
    try {
      return asked.get();
    } catch (IllegalArgumentException e) {
      UsageException usage = new UsageException(String.valueOf(e.getMessage()));
      usage.initCause(e);
      throw usage;
    }
  }
}
