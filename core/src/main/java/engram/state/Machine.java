// SPDX-License-Identifier: Apache-2.0
package engram.state;

/// Something that runs on a stream: it takes an input, changes its state, gives an output.
///
/// What stays between two steps is its state, `s`; what never changes, its parameters and seeds, is
/// given when it is made, `p`. A step is a function of both:
///
///     (s', output) = step(p, s, input)
///
/// so two machines with equal parameters and equal states give equal outputs, to the last bit, for
/// as long as their inputs are equal. Random draws are part of that: a machine keeps the position of
/// each [engram.random.RandomStream] in its snapshot.
///
/// Not for several threads at once. A forked machine shares nothing with its origin and may run on
/// another thread.
///
/// @param <I> what it takes
/// @param <O> what it gives
public interface Machine<I, O> {
  /// Takes an input and gives an output. If it throws [IllegalArgumentException], the input was
  /// refused and the state is as before.
  O step(I input);

  /// The state between two steps, with a format and version of the machine's own. Later steps do
  /// not change it.
  Snapshot snapshot();

  /// Replaces the state. What cannot be believed is refused and leaves the state as it was.
  ///
  /// @throws engram.error.DataCorruptException if the snapshot is of another format, lacks an
  ///   array, or was made under other parameters
  /// @throws engram.error.RunFolderException if a newer version of the machine made it
  void restore(Snapshot snapshot);

  /// A machine of its own with the same parameters and the same state.
  Machine<I, O> fork();
}
