// SPDX-License-Identifier: Apache-2.0
package engram.lab.judge;

import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.PassLine;
import engram.lab.claim.Published;
import engram.lab.measure.At;
import engram.state.Sha256;

/// A claim as one text that is equal if and only if the claim is: what its digest is taken over.
///
/// Every component of the claim stands in it, one a line, in a fixed order. Texts are quoted,
/// numbers are written with the fewest digits that give the same double back, a measure stands with
/// name, arm and unit. No name of a Java class, method or constant stands in it, so moving or
/// renaming code leaves it alone. The measure's meaning is left out: it is documentation of the
/// experiment, which may be said better without changing what is claimed.
///
/// ```
/// engram-claim/1
/// claim "benign-oscillation/weak-feature-learned"
/// says "Above the stability threshold, SGD learns the weak feature."
/// published "test error near 0" at "abstract" known ABSTRACT
/// expected "accuracy 1.00 at k = 1.2"
/// passes (between "accuracy@large step" in "1" from 0.95 to Infinity) line OURS
/// evidence DIRECTION
/// replicates 8
/// least-scale SMALL
/// control RIVAL "small step" (between "accuracy@small step" in "1" from -Infinity to 0.62)
/// ```
final class CanonicalClaim {
  private static final String VERSION = "engram-claim/1";

  private CanonicalClaim() {}

  /// The text; every line ends in a line feed.
  static String text(String slug, Claim claim) {
    StringBuilder text = new StringBuilder(VERSION).append('\n');
    line(text, "claim " + quoted(slug + "/" + claim.id()));
    line(text, "says " + quoted(claim.says()));
    line(text, published(claim.published()));
    line(text, "expected " + quoted(claim.expected()));
    line(text, "passes " + pass(claim.line()) + " line " + claim.lineFrom().name());
    line(text, "evidence " + claim.evidence().name());
    line(text, "replicates " + claim.replicates());
    line(text, "least-scale " + claim.leastScale().name());
    for (Control control : claim.controls()) {
      line(
          text,
          "control "
              + control.kind().name()
              + " "
              + quoted(control.name())
              + " "
              + pass(control.line()));
    }
    return text.toString();
  }

  /// `sha256:` and the SHA-256 of the text in hexadecimal.
  static String digest(String slug, Claim claim) {
    return "sha256:" + Sha256.hex(text(slug, claim));
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }

  private static String published(Published published) {
    return "published "
        + quoted(published.figure())
        + " at "
        + quoted(published.where())
        + " known "
        + published.known().name();
  }

  private static String pass(PassLine line) {
    return switch (line) {
      case PassLine.Between(At of, double low, double high) ->
          "(between " + at(of) + range(low, high) + ")";
      case PassLine.Near(At of, double target, double tolerance) ->
          "(near " + at(of) + " target " + target + " tolerance " + tolerance + ")";
      case PassLine.Gain(At of, At over, double low, double high) ->
          "(gain " + at(of) + " over " + at(over) + range(low, high) + ")";
      case PassLine.Rising(At series, double leastRank) ->
          "(rising " + at(series) + " least-rank " + leastRank + ")";
      case PassLine.Count(At of, double low, double high, double leastShare) ->
          "(count " + at(of) + range(low, high) + " least-share " + leastShare + ")";
      case PassLine.Same(At left, At right, double relativeTolerance) ->
          "(same " + at(left) + " and " + at(right) + " relative " + relativeTolerance + ")";
      case PassLine.All(var parts) -> {
        StringBuilder all = new StringBuilder("(all");
        parts.forEach(part -> all.append(' ').append(pass(part)));
        yield all.append(')').toString();
      }
    };
  }

  private static String range(double low, double high) {
    return " from " + low + " to " + high;
  }

  private static String at(At at) {
    return quoted(at.key()) + " in " + quoted(at.measure().unit());
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        default -> quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
