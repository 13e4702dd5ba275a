// SPDX-License-Identifier: Apache-2.0
package engram.bench.spiking;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a process said of its run. Times are wall seconds.
///
/// @param simulator name and version
/// @param method how neurons were solved
/// @param constructSeconds from the description to the first step; NaN if not said
/// @param pace seconds a biological second
/// @param rateHz mean rate of a neuron
/// @param bytes that the network took; NaN if not said
/// @param totalSeconds from the command to the end of the process, seen from outside
record Answer(
    String simulator,
    String method,
    double constructSeconds,
    double pace,
    double rateHz,
    double bytes,
    double totalSeconds) {

  /// Reads a line of JSON as the scripts in `peers/` print it.
  static Answer of(String json, double totalSeconds) throws IOException {
    return new Answer(
        text(json, "simulator"),
        text(json, "method"),
        number(json, "construct_s"),
        number(json, "run_s") / number(json, "biological_s"),
        number(json, "rate"),
        number(json, "bytes"),
        totalSeconds);
  }

  private static String text(String json, String key) throws IOException {
    Matcher matcher = Pattern.compile('"' + key + "\": \"([^\"]*)\"").matcher(json);
    if (!matcher.find()) {
      throw new IOException("answer must have the text " + key + ", was " + json);
    }
    return matcher.group(1);
  }

  private static double number(String json, String key) {
    Matcher matcher = Pattern.compile('"' + key + "\": ([-+.0-9eE]+)").matcher(json);
    return matcher.find() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
  }
}
