// SPDX-License-Identifier: Apache-2.0
package engram.lab.measure;

import engram.error.NumericalException;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// The notebook: checks what is written and hands each entry on. Whoever stores it, keeps it, or
/// both is the receiver's matter.
public final class Recorder implements Notebook {
  private final Consumer<Entry> receiver;
  private final Set<String> single = new HashSet<>();

  /// @param receiver takes each entry as it is written
  public Recorder(Consumer<Entry> receiver) {
    this.receiver = receiver;
  }

  @Override
  public void value(At key, double value) {
    requireFinite(key, "value", value);
    requireNew(key);
    receiver.accept(new Entry.Value(key, value));
  }

  @Override
  public void series(At key, double x, double y) {
    requireFinite(key, "x", x);
    requireFinite(key, "y", y);
    receiver.accept(new Entry.Point(key, x, y));
  }

  @Override
  public void row(String table, Map<String, ?> cells) {
    Map<String, Object> copy = new LinkedHashMap<>();
    cells.forEach((column, cell) -> copy.put(column, plain(table, column, cell)));
    receiver.accept(new Entry.Row(table, Collections.unmodifiableMap(copy)));
  }

  @Override
  public void diverged(At key, String why) {
    requireNew(key);
    receiver.accept(new Entry.Diverged(key, why));
  }

  private void requireNew(At key) {
    if (!single.add(key.key())) {
      throw new IllegalStateException("measure " + key.key() + " must be written once, was twice");
    }
  }

  private static void requireFinite(At key, String what, double value) {
    if (!Double.isFinite(value)) {
      throw new NumericalException(
          what
              + " of "
              + key.key()
              + " must be finite, was "
              + value
              + " (a divergence that counts as a result is written with diverged)");
    }
  }

  private static Object plain(String table, String column, Object cell) {
    return switch (cell) {
      case Double d -> d;
      case Float f -> (double) f;
      case Long l -> l;
      case Integer i -> (long) i;
      case Boolean b -> b;
      case String s -> s;
      case Enum<?> e -> e.name();
      default ->
          throw new IllegalArgumentException(
              "cell "
                  + column
                  + " of table "
                  + table
                  + " must be a number, a text or a truth value, was "
                  + cell.getClass().getSimpleName());
    };
  }
}
