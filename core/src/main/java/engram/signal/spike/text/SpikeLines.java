// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike.text;

import engram.error.DataCorruptException;
import engram.signal.spike.stream.SpikeSink;
import engram.signal.spike.text.SpikeFormat.Columns;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;

/// Cuts a stream of bytes into lines and lines into spikes, in one buffer.
final class SpikeLines {
  private static final int LONGEST = 1 << 16;
  private static final Set<String> TIMES =
      Set.of("time", "times", "t", "time_ms", "time_s", "spike_time", "spike_times", "timestamp");
  private static final Set<String> IDS =
      Set.of(
          "id",
          "ids",
          "i",
          "n",
          "neuron",
          "neurons",
          "neuron_id",
          "sender",
          "senders",
          "unit",
          "units",
          "cell",
          "cell_id",
          "gid",
          "cluster",
          "node_id",
          "node_ids");
  private static final Set<String> NO_NAMES = Set.of("nan", "inf", "infinity");

  private final String name;
  private final SpikeFormat format;
  private final SpikeSink sink;
  private final byte[] buffer = new byte[2 * LONGEST];
  private boolean timeFirst;
  private boolean namesMayCome = true;
  private long line;
  private long spikes;

  SpikeLines(String name, SpikeFormat format, SpikeSink sink) {
    this.name = name;
    this.format = format;
    this.sink = sink;
    this.timeFirst = format.columns() != Columns.ID_TIME;
  }

  /// How many spikes came.
  long spikes() {
    return spikes;
  }

  void read(InputStream in) throws IOException {
    int from = 0;
    int to = 0;
    while (true) {
      int more = in.read(buffer, to, buffer.length - to);
      if (more < 0) {
        if (from < to) {
          line(from, to);
        }
        return;
      }
      int scan = to;
      to += more;
      for (; scan < to; scan++) {
        if (buffer[scan] == '\n') {
          line(from, scan);
          from = scan + 1;
        }
      }
      if (to - from > LONGEST) {
        line++;
        throw refused("must be at most " + LONGEST + " bytes long, was longer");
      }
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
    }
  }

  private void line(int begin, int end) {
    line++;
    int a = blanks(line == 1 ? begin + markOfBytes(begin, end) : begin, end);
    if (a == end || buffer[a] == '#' || buffer[a] == '%') {
      return;
    }
    if (namesMayCome) {
      namesMayCome = false;
      if (names(a, end)) {
        return;
      }
    }
    int b = field(a, end);
    int c = separator(b, end);
    int d = field(c, end);
    if (c == d || blanks(d, end) != end) {
      throw refused(
          "must have two columns, time and id, was '"
              + NumberField.text(buffer, a, Math.min(end, a + 80)).strip()
              + "'");
    }
    if (timeFirst) {
      spike(a, b, c, d);
    } else {
      spike(c, d, a, b);
    }
  }

  private void spike(int timeFrom, int timeTo, int idFrom, int idTo) {
    double timeMs = NumberField.time(buffer, timeFrom, timeTo, format.unit().shift());
    if (!(timeMs >= 0 && timeMs < Double.POSITIVE_INFINITY)) {
      throw refused(
          "time must be a finite number of 0 or more, was '"
              + NumberField.text(buffer, timeFrom, timeTo)
              + "'");
    }
    long id = NumberField.id(buffer, idFrom, idTo);
    if (id < 0) {
      boolean swapped = NumberField.id(buffer, timeFrom, timeTo) >= 0;
      throw refused(
          "id must be a whole number of 0 or more, was '"
              + NumberField.text(buffer, idFrom, idTo)
              + (swapped ? "': are the columns " : "'")
              + (swapped ? timeFirst ? "id and time?" : "time and id?" : ""));
    }
    spikes++;
    // Of -0.0 this makes 0.0.
    sink.spike(timeMs + 0.0, id);
  }

  /// Whether a line is one of names; where the format leaves it open, the first that is known tells
  /// which column is which.
  private boolean names(int from, int to) {
    boolean letter = Character.isLetter(buffer[from]) || buffer[from] == '"';
    String[] words =
        NumberField.text(buffer, from, to).toLowerCase(Locale.ROOT).split("[^a-z0-9_]+", -1);
    String first = words[0].isEmpty() && words.length > 1 ? words[1] : words[0];
    if (!letter || NO_NAMES.contains(first)) {
      return false;
    }
    for (String word : words) {
      boolean time = TIMES.contains(word);
      if (format.columns() == Columns.BY_NAME && (time || IDS.contains(word))) {
        timeFirst = time;
        break;
      }
    }
    return true;
  }

  private int markOfBytes(int from, int to) {
    boolean mark =
        to - from >= 3
            && buffer[from] == (byte) 0xEF
            && buffer[from + 1] == (byte) 0xBB
            && buffer[from + 2] == (byte) 0xBF;
    return mark ? 3 : 0;
  }

  private int blanks(int from, int to) {
    int at = from;
    while (at < to && (buffer[at] == ' ' || buffer[at] == '\t' || buffer[at] == '\r')) {
      at++;
    }
    return at;
  }

  private int field(int from, int to) {
    int at = from;
    while (at < to) {
      byte c = buffer[at];
      if (c == ' ' || c == '\t' || c == ',' || c == ';' || c == '\r') {
        break;
      }
      at++;
    }
    return at;
  }

  /// Behind blanks with at most one comma or semicolon among them.
  private int separator(int from, int to) {
    int at = blanks(from, to);
    return at < to && (buffer[at] == ',' || buffer[at] == ';') ? blanks(at + 1, to) : at;
  }

  private DataCorruptException refused(String why) {
    return new DataCorruptException(name + " line " + line + ": " + why);
  }
}
