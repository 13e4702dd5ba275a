// SPDX-License-Identifier: Apache-2.0
package engram.lab.draw;

import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import java.util.ArrayList;
import java.util.List;

/// Several figures under each other as one SVG picture. Panels begin at the same place, and those
/// with equal horizontal axes share their scale, so that what lies under each other happened at the
/// same time.
///
/// @param title what the sheet shows
/// @param panels one or more
public record FigureSheet(String title, List<Panel> panels) {
  private static final double GAP = 8;

  /// A figure of a sheet.
  ///
  /// @param figure of anything but images
  /// @param height of its plot, above 0; [#TALL] or [#FLAT] as a rule
  public record Panel(Figure figure, double height) {
    /// The height of a figure by itself.
    public static final double TALL = FigureSvg.PLOT_HEIGHT;

    /// Less than half of that.
    public static final double FLAT = 120;

    /// Checks the figure.
    public Panel {
      if (!(height > 0)) {
        throw new IllegalArgumentException("height must be above 0, was " + height);
      }
      if (figure.marks().stream().anyMatch(Mark.ImageGrid.class::isInstance)) {
        throw new IllegalArgumentException(
            "figure of a panel must be without images, was " + figure.id());
      }
    }
  }

  /// Copies and checks.
  public FigureSheet {
    panels = List.copyOf(panels);
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("panels must be one or more, was none");
    }
  }

  /// The sheet as a file of its own.
  public String svg() {
    Markup inside = new Markup();
    List<FigureSvg> figures = new ArrayList<>();
    double left = 0;
    for (Panel panel : panels) {
      FigureSvg figure = new FigureSvg(panel.figure(), scale(panel.figure()), inside);
      figures.add(figure);
      left = Math.max(left, figure.leastLeft());
    }
    double y = 44;
    for (int i = 0; i < figures.size(); i++) {
      Panel panel = panels.get(i);
      inside.line().open("g", "transform", "translate(0 " + FigureSvg.at(y) + ")");
      inside.element("title", panel.figure().title()).element("desc", panel.figure().see());
      inside.element("text", panel.figure().title(), "class", "ef-panel", "x", "18", "y", "16");
      y += figures.get(i).layOut(24, left, panel.height()) + GAP;
      figures.get(i).content();
      inside.close("g");
    }
    Markup svg = new Markup();
    FigureSvg.begin(svg, title, panels.getFirst().figure().see(), y, true);
    return svg.raw(inside.toString()).close("svg").toString();
  }

  /// The scale of a panel: that of all panels on its horizontal axis.
  private AxisScale scale(Figure figure) {
    AxisScale scale = AxisScale.ofX(figure);
    if (figure.x().spacing() == Axis.Spacing.CATEGORY) {
      return scale;
    }
    double from = scale.from();
    double to = scale.to();
    for (Panel panel : panels) {
      if (panel.figure().x().equals(figure.x())) {
        AxisScale other = AxisScale.ofX(panel.figure());
        from = Math.min(from, other.from());
        to = Math.max(to, other.to());
      }
    }
    return new AxisScale(scale.log(), from, to);
  }
}
