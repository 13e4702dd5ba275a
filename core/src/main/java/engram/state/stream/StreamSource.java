// SPDX-License-Identifier: Apache-2.0
package engram.state.stream;

import engram.state.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Where a stream's records come from. They are pulled one by one, so that a source is never ahead
/// of the machine that takes them by more than a record.
///
/// @param <I> a record
public interface StreamSource<I> {
  /// The next record; empty if there is none now. A source that grows may have one later.
  Optional<I> next();

  /// Where it stands: what was given is behind, what comes next is ahead.
  Snapshot position();

  /// Goes to a position, so that [#next()] gives what it would have given there.
  ///
  /// @throws engram.error.DataCorruptException if the position is none of this source's, or what
  ///   lay before it is no longer there
  void seek(Snapshot position);

  /// A source of what each record of this one becomes.
  default <P> StreamSource<P> then(Function<I, P> becomes) {
    return new MappedSource<>(this, becomes);
  }

  /// A source over records in memory.
  static <I> StreamSource<I> of(List<I> records) {
    return new ListSource<>(List.copyOf(records));
  }
}
