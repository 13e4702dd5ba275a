// SPDX-License-Identifier: Apache-2.0
package engram.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.error.DataCorruptException;
import engram.random.RandomStream;
import engram.random.Seeds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MachineTest {
  @Test
  void aMachineWithANoiseOfItsOwnKeepsTheContract() {
    for (long seed = 1; seed <= 20; seed++) {
      Seeds seeds = Seeds.of(seed);
      RandomStream draws = seeds.stream("inputs");
      List<Double> inputs = new ArrayList<>();
      for (int i = draws.nextInt(1, 60); i >= 0; i--) {
        inputs.add(draws.nextGaussian(0, 10));
      }
      double gain = draws.nextDouble();
      MachineContract.check(() -> new RandomWalkFilter(gain, seeds), inputs);
    }
  }

  /// A contract that a forgetful machine passes would be worth nothing.
  @Test
  void theContractFindsAMachineThatForgetsItsDraws() {
    assertThrows(
        AssertionError.class,
        () -> MachineContract.check(() -> new Forgetful(Seeds.of(1)), List.of(1.0, 2.0, 3.0)));
  }

  private record Forgetful(RandomWalkFilter filter) implements Machine<Double, Double> {
    Forgetful(Seeds seeds) {
      this(new RandomWalkFilter(0.5, seeds));
    }

    @Override
    public Double step(Double input) {
      return filter.step(input);
    }

    @Override
    public Snapshot snapshot() {
      return filter.snapshot();
    }

    @Override
    public void restore(Snapshot snapshot) {
      filter.restore(filter.withDraws(snapshot, 0));
    }

    @Override
    public Machine<Double, Double> fork() {
      return new Forgetful(filter.fork());
    }
  }

  @Test
  void parametersOfAnotherMachineAreRefused() {
    Snapshot other = new RandomWalkFilter(0.5, Seeds.of(1)).snapshot();
    assertThrows(
        DataCorruptException.class, () -> new RandomWalkFilter(0.25, Seeds.of(1)).restore(other));
  }

  @Test
  void aRefusedInputLeavesTheState() {
    RandomWalkFilter machine = new RandomWalkFilter(0.5, Seeds.of(1));
    machine.step(3.0);
    Snapshot before = machine.snapshot();
    assertThrows(IllegalArgumentException.class, () -> machine.step(Double.NaN));
    assertEquals(before, machine.snapshot());
  }
}
