// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm;

import engram.sequence.encode.NumberEncoder;
import engram.sequence.htm.memory.CellSet;
import engram.source.FromPaper;
import engram.state.Machine;
import engram.state.Snapshot;
import java.util.function.ToDoubleFunction;

/// Predicts a number some steps ahead in a stream: a memory of the stream and a classifier that
/// reads the number's bucket out of the memory's active cells.
///
/// References: see the package, [1].
///
/// @param <T> what it takes
@FromPaper(value = "htm", at = "spec classifier")
public final class SequenceModel<T> implements Machine<T, Forecast> {
  private static final String FORMAT = "sequence-model";
  private static final int VERSION = 1;

  private final SequenceMemory<T> memory;
  private final SdrClassifier classifier;
  private final ToDoubleFunction<? super T> number;
  private final NumberEncoder buckets;

  private SequenceModel(
      SequenceMemory<T> memory,
      SdrClassifier classifier,
      ToDoubleFunction<? super T> number,
      NumberEncoder buckets) {
    this.memory = memory;
    this.classifier = classifier;
    this.number = number;
    this.buckets = buckets;
  }

  /// A model that predicts a number of the stream.
  ///
  /// @param memory becomes its own
  /// @param number what of the stream is predicted
  /// @param buckets cuts the number's range
  /// @param horizon how many steps ahead, 0 or more
  /// @param rate the classifier's, above 0
  public static <T> SequenceModel<T> of(
      SequenceMemory<T> memory,
      ToDoubleFunction<? super T> number,
      NumberEncoder buckets,
      int horizon,
      double rate) {
    int cells = memory.memory().settings().cells();
    var settings = new SdrClassifier.Settings(cells, buckets.buckets(), horizon, rate);
    return new SequenceModel<>(memory, new SdrClassifier(settings), number, buckets);
  }

  /// Its memory.
  public SequenceMemory<T> memory() {
    return memory;
  }

  /// Its classifier.
  public SdrClassifier classifier() {
    return classifier;
  }

  /// What will come, after what comes now.
  @Override
  public Forecast step(T input) {
    double value = number.applyAsDouble(input);
    int bucket = buckets.bucket(value);
    memory.advance(input);
    CellSet active = memory.memory().active();
    return classifier.advance(active.array(), active.size(), bucket, value);
  }

  @Override
  public Snapshot snapshot() {
    return Snapshot.named(FORMAT, VERSION)
        .part("memory", memory.snapshot())
        .part("classifier", classifier.snapshot())
        .build();
  }

  @Override
  public void restore(Snapshot snapshot) {
    snapshot.require(FORMAT, VERSION);
    classifier.fork().restore(snapshot.part("classifier"));
    memory.restore(snapshot.part("memory"));
    classifier.restore(snapshot.part("classifier"));
  }

  @Override
  public SequenceModel<T> fork() {
    return new SequenceModel<>(memory.fork(), classifier.fork(), number, buckets);
  }
}
