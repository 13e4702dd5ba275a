// SPDX-License-Identifier: Apache-2.0
package engram.state.stream;

import engram.state.Snapshot;
import java.util.Optional;
import java.util.function.Function;

/// A source before a function.
record MappedSource<I, P>(StreamSource<I> of, Function<I, P> becomes) implements StreamSource<P> {
  @Override
  public Optional<P> next() {
    return of.next().map(becomes);
  }

  @Override
  public Snapshot position() {
    return of.position();
  }

  @Override
  public void seek(Snapshot position) {
    of.seek(position);
  }
}
