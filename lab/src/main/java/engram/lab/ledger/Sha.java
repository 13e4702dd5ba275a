// SPDX-License-Identifier: Apache-2.0
package engram.lab.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of texts and bytes.
final class Sha {
  /// The digits of a digest that is to be read by people.
  static final int SHORT = 12;

  private Sha() {}

  /// In hexadecimal, over the text's UTF-8 bytes.
  static String hex(String text) {
    return hex(text.getBytes(StandardCharsets.UTF_8));
  }

  /// In hexadecimal.
  static String hex(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
