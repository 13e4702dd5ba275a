// SPDX-License-Identifier: Apache-2.0
package engram.cli;

/// The command line's entry.
public final class Main {
  private Main() {}

  /// Runs one command and exits with its code.
  public static void main(String[] args) {}
}
