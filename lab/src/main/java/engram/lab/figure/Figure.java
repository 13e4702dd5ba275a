// SPDX-License-Identifier: Apache-2.0
package engram.lab.figure;

import java.util.List;

/// A figure as a value.
///
/// @param id unique in its experiment, lower case words joined by hyphens
/// @param title what it shows
/// @param see one sentence: what to see in it
/// @param x the horizontal axis; of names under bars, where the x of points and lines counts places
///   from 0
/// @param y the vertical axis
/// @param marks what is drawn, the first lowest; controls on the same axes as what they control
public record Figure(String id, String title, String see, Axis x, Axis y, List<Mark> marks) {
  /// Copies and checks.
  public Figure {
    marks = List.copyOf(marks);
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "id of a figure must be lower case words joined by hyphens, was '" + id + "'");
    }
    if (see.isBlank()) {
      throw new IllegalArgumentException("figure " + id + " must say what to see, was blank");
    }
    if (marks.isEmpty()) {
      throw new IllegalArgumentException("figure " + id + " must have marks, was without");
    }
    if (marks.stream().anyMatch(Mark.Bars.class::isInstance)
        && x.spacing() != Axis.Spacing.CATEGORY) {
      throw new IllegalArgumentException(
          "x of figure " + id + " must be a category axis under bars, was " + x.spacing());
    }
    if (marks.stream().anyMatch(m -> m instanceof Mark.Probes p && !p.z().isEmpty())
        && marks.stream().noneMatch(Mark.HeatMap.class::isInstance)) {
      throw new IllegalArgumentException(
          "probes of figure " + id + " must lie on a map to have values, was without a map");
    }
    if (y.spacing() == Axis.Spacing.CATEGORY) {
      throw new IllegalArgumentException(
          "y of figure " + id + " must be linear or log, was " + y.spacing());
    }
  }
}
