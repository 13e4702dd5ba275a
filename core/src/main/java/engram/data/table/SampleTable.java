// SPDX-License-Identifier: Apache-2.0
package engram.data.table;

import engram.data.internal.NumberText;
import engram.data.series.DateOrder;
import engram.data.series.TimeText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The first records of a table, cut at one kind of separator: which lines are names, and what each
/// column holds. A column is what two thirds of its fields are, missing ones apart.
final class SampleTable {
  private static final int MOST_HEADER_ROWS = 5;
  private static final long COUNTED_FROM = 100_000_000;

  private final char delimiter;
  private final long dataOffset;
  private final List<List<String>> header = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();
  private final int width;
  private Optional<List<String>> comment = Optional.empty();

  SampleTable(List<CsvRecord> sample, char delimiter) {
    this.delimiter = delimiter;
    List<Long> offsets = new ArrayList<>();
    for (CsvRecord record : sample) {
      Optional<List<String>> fields = record.fields(delimiter);
      if (record.isComment()) {
        comment = record.withoutSign().fields(delimiter);
      } else if (fields.isPresent()) {
        boolean names = rows.isEmpty() && fields.get().stream().allMatch(SampleTable::isName);
        (names ? header : rows).add(fields.get());
        offsets.add(record.offset());
      }
    }
    width = usualWidth();
    while (rows.size() > 1 && namesTimes()) {
      header.add(rows.removeFirst());
    }
    dataOffset = rows.isEmpty() ? -1 : offsets.get(header.size());
    rows.removeIf(row -> row.size() != width);
  }

  /// Whether the first row has a name where all below have a time: it is a line of names, though
  /// some of them are numbers.
  private boolean namesTimes() {
    List<String> first = rows.getFirst();
    for (int column = 0; column < Math.min(first.size(), width); column++) {
      int at = column;
      boolean times =
          rows.stream().skip(1).allMatch(row -> row.size() > at && isWrittenSomehow(row.get(at)));
      if (times && isName(first.get(column)) && !FieldText.isMissing(first.get(column))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWrittenSomehow(String field) {
    return TimeText.isWritten(field, DateOrder.DAY_FIRST)
        || TimeText.isWritten(field, DateOrder.MONTH_FIRST);
  }

  /// Whether a field can stand in a line of names: neither a number nor a time.
  private static boolean isName(String field) {
    return NumberText.finite(field).isEmpty()
        && NumberText.finite(field.replace(',', '.')).isEmpty()
        && !FieldText.isInfinite(field)
        && TimeText.instant(field).isEmpty()
        && !TimeText.isClock(field)
        && !FieldText.isAmbiguousDate(field)
        && !FieldText.isShortDate(field);
  }

  private int usualWidth() {
    Map<Integer, Integer> counts = new HashMap<>();
    rows.forEach(row -> counts.merge(row.size(), 1, Integer::sum));
    int best = 0;
    for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
      int most = counts.getOrDefault(best, 0);
      boolean wider = entry.getValue() == most && entry.getKey() > best;
      best = entry.getValue() > most || wider ? entry.getKey() : best;
    }
    return best;
  }

  char delimiter() {
    return delimiter;
  }

  long dataOffset() {
    return dataOffset;
  }

  int width() {
    return width;
  }

  int rows() {
    return rows.size();
  }

  /// Whether there are rows below as few lines of names as a table may have.
  ///
  /// @param whole whether no row comes after these: a single row that may be names, some of which
  ///   are numbers, is one of values then
  boolean isTable(boolean whole) {
    boolean sure = whole || rows.size() > 1 || !header.isEmpty() || !hasSome(SampleTable::isName);
    return !rows.isEmpty() && header.size() <= MOST_HEADER_ROWS && sure;
  }

  /// The names of the columns: the first line of names with as many fields as the rows, else the
  /// comment above.
  List<String> names() {
    List<String> names = new ArrayList<>();
    Optional<List<String>> line =
        Stream.concat(header.stream(), comment.filter(c -> c.size() > 1).stream())
            .filter(fields -> fields.size() == width)
            .findFirst();
    for (int column = 0; column < width; column++) {
      String name = line.isPresent() ? line.get().get(column).strip() : "";
      names.add(name.isEmpty() ? Integer.toString(column + 1) : name);
    }
    return names;
  }

  boolean isNumbers(int column, boolean decimalComma) {
    return are(column, f -> FieldText.number(f, decimalComma).isPresent());
  }

  boolean isWrittenTimes(int column, DateOrder order) {
    return are(column, f -> TimeText.isWritten(f, order));
  }

  boolean isDates(int column, DateOrder order) {
    return are(column, f -> TimeText.isDateOnly(f, order));
  }

  boolean isClocks(int column) {
    return are(column, TimeText::isClock);
  }

  /// Counts since 1970, of a size that says 1973 or later, that do not fall.
  boolean isCountedTimes(int column) {
    return rises(column, COUNTED_FROM);
  }

  /// Seconds from any beginning, that do not fall.
  boolean isSeconds(int column) {
    return rises(column, 0);
  }

  private boolean rises(int column, double from) {
    double before = from;
    for (List<String> row : rows) {
      double count = NumberText.finite(row.get(column)).orElse(-1);
      if (count < before || TimeText.instant(row.get(column)).isEmpty()) {
        return false;
      }
      before = count;
    }
    return !rows.isEmpty();
  }

  boolean hasSome(Predicate<String> kind) {
    return rows.stream().anyMatch(row -> row.stream().anyMatch(kind));
  }

  /// The first row, to show what columns hold.
  List<String> firstRow() {
    return rows.getFirst();
  }

  /// Whether a column holds something, and no number.
  boolean lacksNumbers(int column, boolean decimalComma) {
    return lacks(column, f -> FieldText.number(f, decimalComma).isPresent());
  }

  /// Whether a column holds something, and no time.
  boolean lacksTimes(int column, DateOrder order) {
    return lacks(column, f -> TimeText.instant(f, ZoneOffset.UTC, order).isPresent());
  }

  private boolean lacks(int column, Predicate<String> kind) {
    return rows.stream().map(row -> row.get(column)).noneMatch(kind)
        && !rows.stream().map(row -> row.get(column)).allMatch(FieldText::isMissing);
  }

  private boolean are(int column, Predicate<String> kind) {
    int present = 0;
    int such = 0;
    for (List<String> row : rows) {
      String field = row.get(column);
      if (!FieldText.isMissing(field) && !FieldText.isInfinite(field)) {
        present++;
        such += kind.test(field) ? 1 : 0;
      }
    }
    return such > 0 && 3 * such >= 2 * present;
  }

  /// The order under which every date of the sample that could be of two orders is one; the given
  /// one if there are none; year first if none or both fit.
  DateOrder order(DateOrder given) {
    if (given != DateOrder.YEAR_FIRST) {
      return given;
    }
    boolean dayFirst = all(DateOrder.DAY_FIRST);
    boolean monthFirst = all(DateOrder.MONTH_FIRST);
    if (dayFirst == monthFirst) {
      return DateOrder.YEAR_FIRST;
    }
    return dayFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
  }

  private boolean all(DateOrder order) {
    return rows.stream()
        .flatMap(List::stream)
        .filter(FieldText::isAmbiguousDate)
        .allMatch(f -> TimeText.isWritten(f, order));
  }

  /// The median of the steps forward in time; zero if there is none.
  Duration usualStep(Function<List<String>, Optional<Instant>> time) {
    List<Duration> steps = new ArrayList<>();
    Optional<Instant> before = Optional.empty();
    for (List<String> row : rows) {
      Optional<Instant> now = time.apply(row);
      if (now.isPresent() && before.isPresent() && now.get().isAfter(before.get())) {
        steps.add(Duration.between(before.get(), now.get()));
      }
      before = now.isPresent() ? now : before;
    }
    steps.sort(null);
    return steps.isEmpty() ? Duration.ZERO : steps.get(steps.size() / 2);
  }
}
