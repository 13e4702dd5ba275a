// SPDX-License-Identifier: Apache-2.0
package engram.lab.measure;

import engram.state.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/// One finished replicate: everything that it wrote, in the order of writing.
///
/// @param index its number, from 0
/// @param entries what it wrote
public record Replicate(int index, List<Entry> entries) {
  /// Copies the entries.
  public Replicate {
    entries = List.copyOf(entries);
  }

  /// SHA-256 over the canonical texts of the entries, one a line, in hexadecimal: equal if and only
  /// if the same things were measured, to the last bit, in the same order.
  public String digest() {
    MessageDigest sha = Sha256.start();
    for (Entry entry : entries) {
      sha.update(entry.canonical().getBytes(StandardCharsets.UTF_8));
      sha.update((byte) '\n');
    }
    return HexFormat.of().formatHex(sha.digest());
  }
}
