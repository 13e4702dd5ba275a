// SPDX-License-Identifier: Apache-2.0
package engram.state;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of texts and bytes, in 64 hexadecimal digits: what says that two things are the same.
///
/// Reference: NIST FIPS 180-4, Secure Hash Standard (2015).
public final class Sha256 {
  /// The digits of a digest that is to be read by people.
  public static final int SHORT = 12;

  private Sha256() {}

  /// Over the text's UTF-8 bytes.
  public static String hex(String text) {
    return hex(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Over bytes.
  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(start().digest(bytes));
  }

  /// A digest for bytes that come piece by piece.
  public static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
