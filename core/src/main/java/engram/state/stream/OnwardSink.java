// SPDX-License-Identifier: Apache-2.0
package engram.state.stream;

import engram.state.Snapshot;
import java.util.function.Consumer;

/// A consumer as a sink without a position.
record OnwardSink<O>(Consumer<O> consumer) implements StreamSink<O> {
  private static final String FORMAT = "onward-sink";
  private static final int VERSION = 1;

  @Override
  public void accept(O output) {
    consumer.accept(output);
  }

  @Override
  public Snapshot position() {
    return Snapshot.named(FORMAT, VERSION).build();
  }

  @Override
  public void rewind(Snapshot position) {
    position.require(FORMAT, VERSION);
  }
}
