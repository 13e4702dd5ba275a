// SPDX-License-Identifier: Apache-2.0
package engram.state.stream;

import engram.random.RandomStream;
import engram.state.Snapshot;
import java.util.Optional;
import java.util.function.Supplier;

/// A source and a sink that die before or after any of their calls, by chance.
record MortalStream(RandomStream draws, double share) {
  /// Stands for a kill: nothing of the process is used after it.
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private <T> T mortal(Supplier<T> call) {
    meetFate();
    T result = call.get();
    meetFate();
    return result;
  }

  private void meetFate() {
    if (draws.nextDouble() < share) {
      throw new Killed();
    }
  }

  <I> StreamSource<I> source(StreamSource<I> of) {
    return new StreamSource<>() {
      @Override
      public Optional<I> next() {
        return mortal(of::next);
      }

      @Override
      public Snapshot position() {
        return mortal(of::position);
      }

      @Override
      public void seek(Snapshot position) {
        meetFate();
        of.seek(position);
        meetFate();
      }
    };
  }

  <O> StreamSink<O> sink(StreamSink<O> of) {
    return new StreamSink<>() {
      @Override
      public void accept(O output) {
        meetFate();
        of.accept(output);
        meetFate();
      }

      @Override
      public Snapshot position() {
        return mortal(of::position);
      }

      @Override
      public void rewind(Snapshot position) {
        meetFate();
        of.rewind(position);
        meetFate();
      }
    };
  }
}
