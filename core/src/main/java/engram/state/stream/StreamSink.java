// SPDX-License-Identifier: Apache-2.0
package engram.state.stream;

import engram.state.Snapshot;
import java.util.function.Consumer;
import java.util.function.Function;

/// Where a stream's outputs go. A sink that takes its time slows the stream down: the next record
/// is pulled after the former output was taken.
///
/// @param <O> an output
public interface StreamSink<O> {
  /// Takes an output.
  void accept(O output);

  /// Puts everything that was taken where it outlives the process, and says how far that reaches.
  Snapshot position();

  /// Forgets everything that was taken after a position.
  ///
  /// @throws engram.error.DataCorruptException if the position is none of this sink's, or what was
  ///   taken before it is no longer there
  void rewind(Snapshot position);

  /// A sink of other things, each of which becomes an output of this one.
  default <P> StreamSink<P> after(Function<P, O> becomes) {
    return new MappedSink<>(this, becomes);
  }

  /// A sink that cannot take anything back, such as a terminal: after a kill, outputs since the
  /// last checkpoint come twice.
  static <O> StreamSink<O> of(Consumer<O> consumer) {
    return new OnwardSink<>(consumer);
  }
}
