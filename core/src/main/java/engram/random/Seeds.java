// SPDX-License-Identifier: Apache-2.0
package engram.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// A node in the tree of random streams that grows from one seed.
///
/// A stream is named by its path, so what it yields does not depend on which streams were opened
/// before it, by whom, or in which order:
///
/// ```java
/// Seeds run = Seeds.of(42);
/// RandomStream weights = run.child("replicate", 3).stream("weights");
/// ```
///
/// **Version 1** (frozen; vectors in `docs/random.md`). The key of a stream is the first 16 bytes,
/// two big-endian words, of SHA-256 over the UTF-8 text `engram-seeds/1/<seed>/<name>/.../<name>`.
/// Its words are Philox4x64-10 at the counters (0, 0, 0, 0), (1, 0, 0, 0), ... under that key, in
/// order.
///
/// References: see the package.
public final class Seeds {
  private static final String VERSION = "engram-seeds/1/";

  private final String path;

  private Seeds(String path) {
    this.path = path;
  }

  /// The root of the tree of a seed.
  public static Seeds of(long seed) {
    return new Seeds(VERSION + seed);
  }

  /// The node of that name below this one.
  ///
  /// @param name not empty, without `/`
  public Seeds child(String name) {
    if (name.isEmpty() || name.indexOf('/') >= 0) {
      throw new IllegalArgumentException(
          "name of a random stream must be not empty and without '/', was '" + name + "'");
    }
    return new Seeds(path + "/" + name);
  }

  /// The node of that name and number below this one: `child("replicate", 3)` is
  /// `child("replicate").child("3")`.
  public Seeds child(String name, long index) {
    return child(name).child(Long.toString(index));
  }

  /// A fresh stream, at its beginning, that belongs to the name below this node. Two calls give two
  /// streams with the same numbers.
  public RandomStream stream(String name) {
    ByteBuffer digest = ByteBuffer.wrap(sha256(child(name).path));
    return new RandomStream(digest.getLong(), digest.getLong());
  }

  @Override
  public String toString() {
    return path;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
