// SPDX-License-Identifier: Apache-2.0
package engram.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.error.DataCorruptException;
import engram.error.RunFolderException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// What every [Machine] promises, as checks for the tests of machines. Outputs must have `equals`
/// down to the last bit, as records, texts, boxes and [Snapshot]s do.
public final class MachineContract {
  private MachineContract() {}

  /// Checks all of it.
  ///
  /// @param fresh makes the machine anew, each time with the same parameters and seeds
  /// @param inputs a stream on which its state changes
  public static <I, O> void check(Supplier<Machine<I, O>> fresh, List<I> inputs) {
    List<O> whole = run(fresh.get(), inputs);
    assertEquals(whole, run(fresh.get(), inputs), "equal machines, equal outputs");
    for (int cut : new int[] {0, 1, inputs.size() / 3, inputs.size() - 1, inputs.size()}) {
      goesOnFromASnapshot(fresh, inputs, whole, cut);
      refusesWhatIsNotItsOwn(fresh, inputs, whole, cut);
    }
  }

  private static <I, O> void goesOnFromASnapshot(
      Supplier<Machine<I, O>> fresh, List<I> inputs, List<O> whole, int cut) {
    Machine<I, O> first = fresh.get();
    List<O> begun = run(first, inputs.subList(0, cut));
    assertEquals(whole.subList(0, cut), begun);
    Snapshot kept = first.snapshot();
    byte[] bytes = Safetensors.encode(kept);
    Machine<I, O> fork = first.fork();
    Machine<I, O> restored = fresh.get();
    run(restored, inputs.subList(0, inputs.size() / 2));
    restored.restore(Safetensors.decode("memory", bytes));
    assertEquals(kept, restored.snapshot(), "a restored machine has the state it was given");
    List<I> rest = inputs.subList(cut, inputs.size());
    List<O> expected = whole.subList(cut, inputs.size());
    assertEquals(expected, run(restored, rest), "restored at " + cut);
    assertEquals(kept, fork.snapshot(), "a fork has the same state");
    assertEquals(expected, run(first, rest), "gone on at " + cut);
    assertEquals(kept, fork.snapshot(), "steps of the origin leave the fork alone");
    assertEquals(expected, run(fork, rest), "forked at " + cut);
    assertEquals(first.snapshot(), restored.snapshot(), "equal states at the end");
    assertEquals(first.snapshot(), fork.snapshot(), "equal states at the end");
    assertEquals(Safetensors.decode("memory", bytes), kept, "steps leave a snapshot alone");
  }

  private static <I, O> void refusesWhatIsNotItsOwn(
      Supplier<Machine<I, O>> fresh, List<I> inputs, List<O> whole, int cut) {
    Machine<I, O> machine = fresh.get();
    run(machine, inputs.subList(0, cut));
    Snapshot own = machine.snapshot();
    Snapshot foreign = Snapshot.named("foreign", own.version()).build();
    Snapshot empty = Snapshot.named(own.format(), own.version()).build();
    Snapshot newer = copy(own, own.version() + 1, "");
    assertThrows(DataCorruptException.class, () -> machine.restore(foreign));
    if (!own.names().isEmpty()) {
      assertThrows(DataCorruptException.class, () -> machine.restore(empty));
    }
    assertThrows(RunFolderException.class, () -> machine.restore(newer));
    for (String left : own.names()) {
      Snapshot lacking = copy(own, own.version(), left);
      assertThrows(DataCorruptException.class, () -> machine.restore(lacking), "without " + left);
    }
    assertEquals(own, machine.snapshot(), "a refused snapshot leaves the state");
    assertEquals(
        whole.subList(cut, inputs.size()), run(machine, inputs.subList(cut, inputs.size())));
  }

  private static Snapshot copy(Snapshot of, int version, String left) {
    Map<String, Snapshot.Tensor> tensors = new LinkedHashMap<>();
    for (String name : of.names()) {
      if (!name.equals(left)) {
        tensors.put(name, of.tensor(name));
      }
    }
    return new Snapshot(of.format(), version, tensors, of.notes());
  }

  private static <I, O> List<O> run(Machine<I, O> machine, List<I> inputs) {
    List<O> outputs = new ArrayList<>();
    for (I input : inputs) {
      outputs.add(machine.step(input));
    }
    return outputs;
  }
}
