// SPDX-License-Identifier: Apache-2.0
package engram.state.stream;

import engram.error.DataCorruptException;
import engram.state.Snapshot;
import java.util.List;
import java.util.Optional;

/// Records in memory as a source; its position is their number behind it.
final class ListSource<I> implements StreamSource<I> {
  private static final String FORMAT = "list-source";
  private static final int VERSION = 1;

  private final List<I> records;
  private int at;

  ListSource(List<I> records) {
    this.records = records;
  }

  @Override
  public Optional<I> next() {
    return at < records.size() ? Optional.of(records.get(at++)) : Optional.empty();
  }

  @Override
  public Snapshot position() {
    return Snapshot.named(FORMAT, VERSION).number("records", "1", at).build();
  }

  @Override
  public void seek(Snapshot position) {
    long wanted = position.require(FORMAT, VERSION).number("records");
    if (wanted < 0 || wanted > records.size()) {
      throw new DataCorruptException(
          "records of a list's position must be in [0, " + records.size() + "], was " + wanted);
    }
    at = (int) wanted;
  }
}
