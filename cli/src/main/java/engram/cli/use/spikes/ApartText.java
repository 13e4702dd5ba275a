// SPDX-License-Identifier: Apache-2.0
package engram.cli.use.spikes;

import engram.lab.judge.Wording;
import engram.stats.Moments;
import engram.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What is printed of two recordings.
///
/// @param apart what was measured
record ApartText(Apart apart) {
  /// The lines of the screen.
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "  %-34s %9s %9s %9s %9s",
            String.format(Locale.ROOT, "over %,d neurons", apart.ids().length),
            "mean",
            "5 %",
            "50 %",
            "95 %"));
    apart
        .measures()
        .forEach((measure, values) -> {
          double[] known = Arrays.stream(values).filter(Double::isFinite).toArray();
          String missing = known.length == values.length ? "" : "  (" + known.length + " neurons)";
          lines.add(
              String.format(
                  Locale.ROOT,
                  "  %-34s %9s %9s %9s %9s%s",
                  measure.says(),
                  known.length == 0 ? "-" : PortraitText.number(Moments.of(known).mean()),
                  quantile(known, 0.05),
                  quantile(known, 0.5),
                  quantile(known, 0.95),
                  missing));
        });
    return lines;
  }

  private static String quantile(double[] known, double p) {
    return known.length == 0 ? "-" : PortraitText.number(Quantiles.of(known, p));
  }

  /// The same as values of a document, with every neuron's.
  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("ids", apart.ids());
    apart
        .measures()
        .forEach((measure, values) -> {
          double[] known = Arrays.stream(values).filter(Double::isFinite).toArray();
          Map<String, Object> one = PortraitText.distribution(known);
          List<Object> each = new ArrayList<>();
          for (double value : values) {
            each.add(Double.isFinite(value) ? (Object) value : "");
          }
          one.put("each", each);
          document.put(measure.key(), one);
        });
    return document;
  }

  /// A row a neuron, as comma-separated text.
  String rows() {
    StringBuilder rows = new StringBuilder("id,");
    rows.append(
        apart.measures().keySet().stream()
            .map(Apart.Measure::key)
            .collect(Collectors.joining(",")));
    rows.append('\n');
    for (int i = 0; i < apart.ids().length; i++) {
      rows.append(apart.ids()[i]);
      for (double[] values : apart.measures().values()) {
        rows.append(',').append(Double.isFinite(values[i]) ? Wording.exact(values[i]) : "");
      }
      rows.append('\n');
    }
    return rows.toString();
  }
}
