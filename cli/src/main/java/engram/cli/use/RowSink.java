// SPDX-License-Identifier: Apache-2.0
package engram.cli.use;

import engram.state.Snapshot;
import engram.state.stream.StreamSink;
import java.util.function.Function;
import java.util.function.Supplier;

/// Rows below a line of names, which is written with the first row.
///
/// @param <O> what becomes a row
final class RowSink<O> implements StreamSink<O> {
  private static final String FORMAT = "row-sink";
  private static final int VERSION = 1;

  private final StreamSink<String> lines;
  private final Supplier<String> names;
  private final Function<O, String> row;
  private long rows;

  RowSink(StreamSink<String> lines, Supplier<String> names, Function<O, String> row) {
    this.lines = lines;
    this.names = names;
    this.row = row;
  }

  @Override
  public void accept(O output) {
    if (rows == 0) {
      lines.accept(names.get());
    }
    lines.accept(row.apply(output));
    rows++;
  }

  @Override
  public Snapshot position() {
    return Snapshot.named(FORMAT, VERSION)
        .number("rows", "1", rows)
        .part("lines", lines.position())
        .build();
  }

  @Override
  public void rewind(Snapshot position) {
    long behind = position.require(FORMAT, VERSION).number("rows");
    lines.rewind(position.part("lines"));
    rows = behind;
  }
}
