// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm;

import engram.random.Seeds;
import engram.sequence.encode.ActiveBits;
import engram.sequence.encode.Encoder;
import engram.sequence.htm.memory.MemorySettings;
import engram.sequence.htm.memory.TemporalMemory;
import engram.sequence.htm.pool.PoolerSettings;
import engram.sequence.htm.pool.SpatialPooler;
import engram.source.FromPaper;
import engram.state.Machine;
import engram.state.Snapshot;
import java.util.Optional;

/// A memory of a stream of values: an encoder, a pooler where the codes are not columns yet, and a
/// temporal memory. It takes a value and gives the share of active columns that it did not expect.
///
/// ```java
/// Encoder<Integer> symbols = new CategoryEncoder(10, seeds.stream("symbols"));
/// var memory = SequenceMemory.of(symbols, MemorySettings.SEQUENCES, seeds);
/// double anomaly = memory.step(3);
/// ```
///
/// A refused value leaves the state as it was. References: see the package, [1].
///
/// @param <T> what it takes
@FromPaper(value = "htm", at = "spec temporal memory")
public final class SequenceMemory<T> implements Machine<T, Double> {
  private static final String FORMAT = "sequence-memory";
  private static final int VERSION = 1;

  private final Encoder<T> encoder;
  private final Optional<SpatialPooler> pooler;
  private final TemporalMemory memory;
  private final ActiveBits code;
  private final ActiveBits columns;

  private SequenceMemory(
      Encoder<T> encoder, Optional<SpatialPooler> pooler, TemporalMemory memory) {
    this.encoder = encoder;
    this.pooler = pooler;
    this.memory = memory;
    int wanted =
        pooler.map(p -> p.settings().inputs()).orElseGet(() -> memory.settings().columns());
    if (encoder.width() != wanted) {
      throw new IllegalArgumentException(
          "width of the encoder must be " + wanted + ", was " + encoder.width());
    }
    pooler.ifPresent(p -> requireColumns(p.settings().columns()));
    this.code = new ActiveBits(encoder.width());
    this.columns = pooler.isPresent() ? new ActiveBits(memory.settings().columns()) : code;
  }

  private void requireColumns(int pooled) {
    if (pooled != memory.settings().columns()) {
      throw new IllegalArgumentException(
          "columns of the pooler must be " + memory.settings().columns() + ", was " + pooled);
    }
  }

  /// A memory whose columns are the bits of the codes.
  ///
  /// @param seeds where its parts have their streams from, below `memory`
  public static <T> SequenceMemory<T> of(Encoder<T> encoder, MemorySettings settings, Seeds seeds) {
    return new SequenceMemory<>(
        encoder, Optional.empty(), new TemporalMemory(settings, seeds.child("memory")));
  }

  /// A memory whose columns are pooled from the codes.
  ///
  /// @param seeds where its parts have their streams from, below `pooler` and `memory`
  public static <T> SequenceMemory<T> pooled(
      Encoder<T> encoder, PoolerSettings pooler, MemorySettings settings, Seeds seeds) {
    return new SequenceMemory<>(
        encoder,
        Optional.of(new SpatialPooler(pooler, seeds.child("pooler"))),
        new TemporalMemory(settings, seeds.child("memory")));
  }

  /// Its temporal memory, to look at, to reset, to stop from learning.
  public TemporalMemory memory() {
    return memory;
  }

  /// Its pooler, if it has one.
  public Optional<SpatialPooler> pooler() {
    return pooler;
  }

  @Override
  public Double step(T value) {
    return advance(value);
  }

  double advance(T value) {
    code.clear();
    encoder.encode(value, 0, code);
    if (pooler.isPresent()) {
      pooler.get().advance(code, columns);
    }
    return memory.advance(columns);
  }

  /// Shows a value to the pooler alone, to train it before the memory learns.
  ///
  /// @throws IllegalStateException if it has none
  public void pool(T value) {
    SpatialPooler alone =
        pooler.orElseThrow(() -> new IllegalStateException("memory must have a pooler, has none"));
    code.clear();
    encoder.encode(value, 0, code);
    alone.advance(code, columns);
  }

  @Override
  public Snapshot snapshot() {
    Snapshot.Builder snapshot = Snapshot.named(FORMAT, VERSION);
    pooler.ifPresent(p -> snapshot.part("pooler", p.snapshot()));
    return snapshot.part("memory", memory.snapshot()).build();
  }

  @Override
  public void restore(Snapshot snapshot) {
    snapshot.require(FORMAT, VERSION);
    // Read before anything is put back: what one part refuses must not be in the other.
    pooler.ifPresent(p -> p.check(snapshot.part("pooler")));
    memory.restore(snapshot.part("memory"));
    pooler.ifPresent(p -> p.restore(snapshot.part("pooler")));
  }

  @Override
  public SequenceMemory<T> fork() {
    return new SequenceMemory<>(encoder, pooler.map(SpatialPooler::fork), memory.fork());
  }
}
