// SPDX-License-Identifier: Apache-2.0
package engram.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.error.DataCorruptException;
import engram.kernel.Workers;
import engram.lab.measure.At;
import engram.lab.measure.Entry;
import engram.lab.measure.Measure;
import engram.lab.measure.Notebook;
import engram.lab.measure.Recorder;
import engram.random.Seeds;
import engram.state.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class StagesTest {
  private static final At A = Measure.of("a", "first").in("arm");
  private static final At B = Measure.of("b", "second").in("arm");

  @Test
  void eachStageIsRunAndWrittenOnce() {
    Remembering trial = new Remembering(Optional.empty());
    Stages stages = new Stages(trial);
    assertEquals(2.5, stages.value(A, () -> 2.5));
    assertArrayEquals(new double[] {1, 2, 3}, stages.run(() -> new double[] {1, 2, 3}));
    stages.run(() -> trial.out().value(B, 7));
    assertEquals(List.of(new Entry.Value(A, 2.5), new Entry.Value(B, 7)), trial.entries);
    assertEquals(3, trial.taken.size());
  }

  @Test
  void whatWasFinishedIsRememberedAndNotRunAgain() {
    Remembering before = new Remembering(Optional.empty());
    Stages whole = new Stages(before);
    whole.value(A, () -> 0.1);
    whole.run(() -> new double[] {Double.NaN, -0.0});
    whole.run(() -> before.out().value(B, 7));

    Remembering after = new Remembering(Optional.of(before.taken.get(1)));
    Stages rest = new Stages(after);
    assertEquals(0.1, rest.value(A, StagesTest::forbidden));
    double[] kept = rest.run(() -> new double[] {forbidden()});
    assertArrayEquals(new double[] {Double.NaN, -0.0}, kept);
    assertEquals(List.of(), after.entries);
    rest.run(() -> after.out().value(B, 7));
    assertEquals(List.of(new Entry.Value(B, 7)), after.entries);
    assertEquals(List.of(before.taken.get(2)), after.taken);
  }

  @Test
  void whatAStageGaveCannotBeChangedAfterwards() {
    Remembering trial = new Remembering(Optional.empty());
    Stages stages = new Stages(trial);
    double[] own = {1};
    double[] given = stages.run(() -> own);
    own[0] = 2;
    given[0] = 3;
    stages.run(() -> {});
    assertArrayEquals(new double[] {1}, trial.taken.getLast().doubles("given"));
  }

  @Test
  void aStageThatFailsIsNotFinished() {
    Remembering trial = new Remembering(Optional.empty());
    Stages stages = new Stages(trial);
    assertThrows(IllegalStateException.class, () -> stages.value(A, StagesTest::forbidden));
    assertTrue(trial.taken.isEmpty());
  }

  @Test
  void aCheckpointOfAnotherKindIsRefused() {
    Snapshot other = Snapshot.named("course", 1).number("index", "1", 3).build();
    assertThrows(DataCorruptException.class, () -> new Stages(new Remembering(Optional.of(other))));
  }

  private static double forbidden() {
    throw new IllegalStateException("this stage is not to run");
  }

  /// Takes every checkpoint.
  private static final class Remembering implements Trial {
    private final Optional<Snapshot> from;
    private final List<Snapshot> taken = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Notebook out = new Recorder(entries::add);

    Remembering(Optional<Snapshot> from) {
      this.from = from;
    }

    @Override
    public void checkpoint(long step, Supplier<Snapshot> state) {
      taken.add(state.get());
      assertEquals(step, taken.getLast().ints("lengths").length);
    }

    @Override
    public Optional<Snapshot> resumed() {
      return from;
    }

    @Override
    public Seeds seeds() {
      return Seeds.of(1);
    }

    @Override
    public Notebook out() {
      return out;
    }

    @Override
    public Path data(String name) {
      throw new IllegalStateException("no data here, was asked for " + name);
    }

    @Override
    public Progress progress(String what, long total) {
      return _ -> {};
    }

    @Override
    public Workers workers() {
      return Workers.one();
    }
  }
}
