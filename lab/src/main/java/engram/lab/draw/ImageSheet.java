// SPDX-License-Identifier: Apache-2.0
package engram.lab.draw;

import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import java.util.List;

/// Images side by side, each with its caption.
public final class ImageSheet {
  private static final double SIDE = 96;
  private static final double GAP = 12;
  private static final int COLUMNS = 6;

  private ImageSheet() {}

  /// As a static picture.
  static String svg(Figure figure, List<Mark.ImageGrid> grids, boolean alone) {
    double top = FigureSvg.headRoom(figure, alone);
    double height = top;
    for (Mark.ImageGrid grid : grids) {
      height += 26 + rows(grid) * (tall(grid) + 28);
    }
    Markup svg = new Markup();
    FigureSvg.begin(svg, figure, height, alone);
    double v = top;
    for (Mark.ImageGrid grid : grids) {
      svg.element("text", grid.name(), "x", "18", "y", FigureSvg.at(v + 12));
      v += 26;
      for (int i = 0; i < grid.images().size(); i++) {
        double h = 18 + i % COLUMNS * (SIDE + GAP);
        int row = i / COLUMNS;
        image(svg, grid, i, h, v + row * (tall(grid) + 28));
      }
      v += rows(grid) * (tall(grid) + 28);
    }
    return svg.close("svg").toString();
  }

  /// As part of a page.
  public static void html(Markup page, Mark.ImageGrid grid) {
    page.element("p", grid.name(), "class", "images-name");
    page.open("div", "class", "images");
    for (int i = 0; i < grid.images().size(); i++) {
      String caption = grid.captions().get(i);
      page.open("figure");
      page.single(
          "img",
          "src",
          Png.address(grid.width(), grid.height(), grid.images().get(i)),
          "width",
          Integer.toString(grid.width()),
          "height",
          Integer.toString(grid.height()),
          "alt",
          caption);
      page.element("figcaption", caption).close("figure");
    }
    page.close("div").line();
  }

  private static void image(Markup svg, Mark.ImageGrid grid, int i, double h, double v) {
    svg.shape(
        "image",
        "href",
        Png.address(grid.width(), grid.height(), grid.images().get(i)),
        "class",
        "ef-image",
        "x",
        FigureSvg.at(h),
        "y",
        FigureSvg.at(v),
        "width",
        FigureSvg.at(SIDE),
        "height",
        FigureSvg.at(tall(grid)));
    svg.shape(
        "rect",
        "class",
        "ef-axis",
        "x",
        FigureSvg.at(h),
        "y",
        FigureSvg.at(v),
        "width",
        FigureSvg.at(SIDE),
        "height",
        FigureSvg.at(tall(grid)));
    svg.element(
        "text",
        grid.captions().get(i),
        "x",
        FigureSvg.at(h),
        "y",
        FigureSvg.at(v + tall(grid) + 16));
  }

  private static double tall(Mark.ImageGrid grid) {
    return SIDE * grid.height() / grid.width();
  }

  private static int rows(Mark.ImageGrid grid) {
    return (grid.images().size() + COLUMNS - 1) / COLUMNS;
  }
}
