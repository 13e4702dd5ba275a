// SPDX-License-Identifier: Apache-2.0
package engram.state.stream;

import engram.state.Snapshot;
import java.util.function.Function;

/// A sink behind a function.
record MappedSink<P, O>(StreamSink<O> to, Function<P, O> becomes) implements StreamSink<P> {
  @Override
  public void accept(P output) {
    to.accept(becomes.apply(output));
  }

  @Override
  public Snapshot position() {
    return to.position();
  }

  @Override
  public void rewind(Snapshot position) {
    to.rewind(position);
  }
}
