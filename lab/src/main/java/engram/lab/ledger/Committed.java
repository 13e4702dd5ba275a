// SPDX-License-Identifier: Apache-2.0
package engram.lab.ledger;

import java.util.Optional;

/// Files of a checkout as its history has them.
@FunctionalInterface
public interface Committed {
  /// A file's bytes; empty where the commit is unknown or has no such file.
  ///
  /// @param commit in hexadecimal digits
  /// @param file its place in the checkout, with slashes
  Optional<byte[]> content(String commit, String file);
}
