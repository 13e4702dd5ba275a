// SPDX-License-Identifier: Apache-2.0
package engram.data.table;

import engram.data.table.CsvRecord.State;
import engram.error.DataCorruptException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Cuts bytes into records, one at a time, in memory that no input can exceed.
///
/// A line end inside quotes belongs to the field, by RFC 4180; a quote opens where a field begins.
/// A quote that is not closed within the longest record, or before the end, is damage of its own
/// line only: reading goes on behind that line. Of a line without end no more than the longest
/// record is kept.
final class CsvStream {
  /// The longest record, in bytes.
  static final int LONGEST = 1 << 20;

  private static final int CHUNK = 1 << 16;
  private static final byte[] NONE = {};

  private final ByteInput input;
  private byte[] buffer = new byte[CHUNK];
  private int from;
  private int to;
  private int scan;
  private long began;
  private long read;
  private long line = 1;
  private boolean quoted;
  private boolean closed;
  private int lines;
  private int firstLineEnd = -1;
  private boolean discarding;
  private byte[] paused = NONE;

  CsvStream(ByteInput input) {
    this.input = input;
  }

  /// Where the next record begins, in bytes.
  long offset() {
    return began;
  }

  /// The line on which the next record begins, from 1.
  long line() {
    return line;
  }

  /// Whether a line is here already, so that the next record need not be waited for.
  boolean hasLine() {
    for (int i = from; i < to; i++) {
      if (buffer[i] == '\n') {
        return true;
      }
    }
    return false;
  }

  /// Goes to the beginning of a record.
  void seek(long offset, long atLine) {
    from = 0;
    to = 0;
    read = offset;
    line = atLine;
    paused = NONE;
    begin(0, offset);
  }

  /// The next record; empty if there is none now, or none whose line has ended where more may come.
  Optional<CsvRecord> next() {
    while (true) {
      while (scan < to) {
        byte b = buffer[scan++];
        boolean again = closed;
        closed = b == '"' && quoted;
        if (b == '"') {
          quoted = !quoted && (again || scan - 1 == from || separates(buffer[scan - 2]));
        } else if (b == '\n') {
          lines++;
          if (discarding) {
            return Optional.of(ended(scan, scan, State.TOO_LONG));
          }
          if (!quoted) {
            return Optional.of(ended(scan - 1, scan, State.WHOLE));
          }
          firstLineEnd = firstLineEnd < 0 ? scan : firstLineEnd;
        }
      }
      if (discarding || scan - from > LONGEST) {
        if (firstLineEnd >= 0) {
          return Optional.of(damagedLine());
        }
        discarding = true;
        quoted = false;
        closed = false;
        from = 0;
        to = 0;
        scan = 0;
      }
      if (!fill()) {
        return atEnd();
      }
    }
  }

  private static boolean separates(byte b) {
    return b == ',' || b == ';' || b == '\t' || b == '|';
  }

  private Optional<CsvRecord> atEnd() {
    if (input.mayGrow()) {
      paused = input.before(read);
      return Optional.empty();
    }
    if (read == began) {
      return Optional.empty();
    }
    lines++;
    if (discarding) {
      return Optional.of(ended(to, to, State.TOO_LONG));
    }
    return Optional.of(
        firstLineEnd >= 0
            ? damagedLine()
            : ended(to, to, quoted ? State.QUOTE_LEFT_OPEN : State.WHOLE));
  }

  private CsvRecord damagedLine() {
    lines = 1;
    return ended(firstLineEnd - 1, firstLineEnd, State.QUOTE_LEFT_OPEN);
  }

  private CsvRecord ended(int textEnd, int next, State state) {
    long end = read - (to - next);
    int last = textEnd > from && buffer[textEnd - 1] == '\r' ? textEnd - 1 : textEnd;
    String text =
        state == State.TOO_LONG
            ? ""
            : new String(buffer, from, last - from, StandardCharsets.UTF_8);
    if (began == 0 && text.startsWith("\ufeff")) {
      text = text.substring(1);
    }
    CsvRecord record = new CsvRecord(began, end, line, text, state);
    line += lines;
    begin(next, end);
    return record;
  }

  private void begin(int at, long offset) {
    from = at;
    scan = at;
    began = offset;
    lines = 0;
    quoted = false;
    closed = false;
    firstLineEnd = -1;
    discarding = false;
  }

  /// A file that was emptied and filled anew while nobody looked may be as long as before.
  private void requireSameFile() {
    if (paused.length > 0 && !Arrays.equals(paused, input.before(read))) {
      throw new DataCorruptException(
          input.name()
              + " must have the same bytes before "
              + read
              + " as when it was read: it is another file");
    }
    paused = NONE;
  }

  private boolean fill() {
    if (from > 0 && to == buffer.length) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      scan -= from;
      firstLineEnd -= firstLineEnd < 0 ? 0 : from;
      from = 0;
    }
    if (to == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    requireSameFile();
    int more = input.read(buffer, to, buffer.length - to, read);
    to += more;
    read += more;
    return more > 0;
  }
}
