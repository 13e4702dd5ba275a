// SPDX-License-Identifier: Apache-2.0
package engram.lab;

import engram.lab.claim.Known;
import java.util.List;

/// A paper, and how our reproduction of it stands.
///
/// @param slug its short name on the command line and in ids, permanent: `sdr`,
///   `benign-oscillation`
/// @param number its number in the catalogue, from 1
/// @param citation who wrote what, when, where
/// @param known how well we could read it
/// @param read what exactly we could read, a sentence
/// @param differences what differs here from the paper's setting
/// @param limits what this does not show, a sentence each
public record Paper(
    String slug,
    int number,
    Citation citation,
    Known known,
    String read,
    List<Difference> differences,
    List<String> limits) {
  /// Who wrote what, when, where.
  ///
  /// @param title the title
  /// @param authors family names, or the first and "et al."
  /// @param year of the version that was read
  /// @param arxiv the arXiv id, such as `2310.17074`; empty if none
  public record Citation(String title, String authors, int year, String arxiv) {}

  /// A setting that is not the paper's.
  public record Difference(String parameter, String theirs, String ours, String why) {}

  /// Copies and checks.
  public Paper {
    differences = List.copyOf(differences);
    limits = List.copyOf(limits);
    if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "slug of a paper must be lower case words joined by hyphens, was '" + slug + "'");
    }
  }
}
