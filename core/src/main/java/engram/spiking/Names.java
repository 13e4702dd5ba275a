// SPDX-License-Identifier: Apache-2.0
package engram.spiking;

import java.util.regex.Pattern;

/// What names may look like: they become parts of paths.
final class Names {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_. -]*");

  private Names() {}

  static void require(String what, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          what
              + " must be a letter, then letters, digits, '-', '_', '.' or ' ', was '"
              + name
              + "'");
    }
  }
}
