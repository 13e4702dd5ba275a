// SPDX-License-Identifier: Apache-2.0
package engram.paper.rules;

import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import engram.lab.figure.Summary;
import engram.lab.measure.Measure;
import engram.lab.measure.Notebook;
import engram.lab.measure.Results;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Weights of single units as pictures, kept as rows of a table: each pixel a byte, from the least
/// weight (00) to the greatest (ff). And bars of means.
final class Filters {
  private static final String TABLE = "filters";
  private static final int LEVELS = 255;

  private Filters() {}

  /// Writes the weights of the first units.
  static void write(Notebook out, String arm, float[] weights, int inputs, int count) {
    for (int unit = 0; unit < count && (unit + 1) * inputs <= weights.length; unit++) {
      Map<String, Object> cells = new LinkedHashMap<>();
      cells.put("arm", arm);
      cells.put("unit", "unit " + unit);
      cells.put("pixels", hex(weights, unit * inputs, inputs));
      out.row(TABLE, cells);
    }
  }

  private static String hex(float[] weights, int at, int inputs) {
    float least = weights[at];
    float most = weights[at];
    for (int j = at; j < at + inputs; j++) {
      least = Math.min(least, weights[j]);
      most = Math.max(most, weights[j]);
    }
    byte[] pixels = new byte[inputs];
    for (int j = 0; j < inputs && most > least; j++) {
      pixels[j] = (byte) Math.round(LEVELS * (weights[at + j] - least) / (most - least));
    }
    return HexFormat.of().formatHex(pixels);
  }

  /// A sheet of the first replicate's weights.
  static Figure figure(
      String id, String title, String see, List<String> arms, int side, Results all) {
    List<Mark> grids = new ArrayList<>();
    for (String arm : arms) {
      List<String> captions = new ArrayList<>();
      List<List<Double>> images = new ArrayList<>();
      for (Map<String, Object> row : all.rows(TABLE)) {
        String caption = String.valueOf(row.get("unit"));
        if (arm.equals(row.get("arm")) && !captions.contains(caption)) {
          captions.add(caption);
          images.add(pixels(String.valueOf(row.get("pixels"))));
        }
      }
      grids.add(new Mark.ImageGrid(arm, side, side, captions, images));
    }
    return new Figure(id, title, see, Axis.linear("column", "1"), Axis.linear("row", "1"), grids);
  }

  private static List<Double> pixels(String hex) {
    List<Double> values = new ArrayList<>();
    for (byte pixel : HexFormat.of().parseHex(hex)) {
      values.add((double) (pixel & LEVELS));
    }
    return values;
  }

  /// Means over replicates with 95 % intervals, an arm a bar.
  static Figure bars(
      String id, String title, String axis, Measure of, List<String> arms, Results all) {
    return new Figure(
        id,
        title,
        "A bar an arm; whiskers are 95 % intervals over replicates.",
        Axis.category("arm"),
        Axis.linear(axis, of.unit()),
        List.of(Summary.intervals(all).bars(of.name(), arms, of::in)));
  }
}
