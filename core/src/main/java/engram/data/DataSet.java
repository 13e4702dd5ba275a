// SPDX-License-Identifier: Apache-2.0
package engram.data;

import java.util.List;

/// A data set that Engram knows: what it consists of, under which terms, and what brings it.
///
/// @param name its name on the command line and its folder: `mnist`
/// @param title one line: what it is
/// @param licence the terms under which it may be used
/// @param files its files; empty if it is part of the product
/// @param brings the command or the step that brings it, with `{folder}` for the folder into which
///   it should go
/// @param distributionFolder where a distribution's package puts it, from the root of the file
///   system; empty if none does
public record DataSet(
    String name,
    String title,
    String licence,
    List<File> files,
    String brings,
    String distributionFolder) {
  /// A file of a data set.
  ///
  /// @param name its name; on the disk it may also end in `.gz`
  /// @param sha256 SHA-256 of the uncompressed bytes, in hexadecimal
  public record File(String name, String sha256) {
    /// Checks the checksum's form.
    public File {
      if (!sha256.matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException(
            "sha256 of " + name + " must be 64 hexadecimal digits, was '" + sha256 + "'");
      }
    }
  }

  /// Copies and checks.
  public DataSet {
    files = List.copyOf(files);
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "name of a data set must be lower case words joined by hyphens, was '" + name + "'");
    }
  }

  /// Whether it is part of the product.
  public boolean isBuiltIn() {
    return files.isEmpty();
  }
}
