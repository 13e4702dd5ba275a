// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.autodiff.array.Precision;
import engram.kernel.Workers;
import engram.random.Seeds;
import engram.state.Safetensors;
import engram.state.Snapshot;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramTest {
  private final Graph graph = Graph.of(Precision.DOUBLE);

  @TempDir Path folder;

  /// Nothing is gathered in a node: asked twice, the same nodes come back, and a second run of a
  /// program gives what the first gave.
  @Test
  void backwardTwiceIsTheSameGradient() {
    Node x = graph.input("x", 3);
    Node loss = x.times(x).sum();
    Node first = loss.gradient(x);
    int size = graph.size();
    assertSame(first, loss.gradient(x));
    assertEquals(size, graph.size());
    Program program = Program.of(first);
    program.values(x).copyFrom(new double[] {1, 2, 3});
    program.run();
    program.run();
    assertArrayEquals(new double[] {2, 4, 6}, program.values(first).doubles());
  }

  @Test
  void whatIsNotNeededIsNotComputed() {
    Node x = graph.input("x", 3);
    Node wanted = x.exp();
    x.log().sum().gradient(x);
    assertEquals(1, Program.of(wanted).size());
  }

  @Test
  void constantsAreFoldedOnce() {
    Node x = graph.input("x", 3);
    Node fixed = graph.constant(new double[] {1, 2, 3}, 3).exp().sum().log();
    assertEquals(1, Program.of(x.plus(fixed)).size());
  }

  @Test
  void sameOperationOnTheSameOperandsIsOneNode() {
    Node x = graph.input("x", 3);
    assertSame(x.tanh(), x.tanh());
    assertSame(x.plus(1), x.plus(1));
    assertSame(graph.input("x", 3), x);
    assertSame(graph.filled(2, 3), graph.filled(2, 3));
  }

  @Test
  void gradientOfWhatDoesNotMatterIsZero() {
    Node x = graph.input("x", 3);
    Node y = graph.input("y", 2);
    Node slope = x.sum().gradient(y);
    Program program = Program.of(slope);
    program.run();
    assertArrayEquals(new double[2], program.values(slope).doubles());
    Node held = x.detached().times(x).sum().gradient(x);
    Program second = Program.of(held);
    second.values(x).copyFrom(new double[] {1, 2, 3});
    second.run();
    assertArrayEquals(new double[] {1, 2, 3}, second.values(held).doubles());
  }

  @Test
  void masksDependOnSeedNameAndStepAlone() {
    Node mask = graph.mask(Seeds.of(4), "drop", 0.25, 4000);
    Program program = Program.of(mask);
    program.run();
    double[] first = program.values(mask).toDoubles();
    program.run();
    double[] second = program.values(mask).toDoubles();
    assertFalse(Arrays.equals(first, second));
    program.step(0);
    program.run();
    assertArrayEquals(first, program.values(mask).toDoubles());
    double mean = Arrays.stream(first).average().orElseThrow();
    assertEquals(1, mean, 5 * Math.sqrt(1 / 3.0 / 4000), "seed 4");
    for (double each : first) {
      assertTrue(each == 0 || Math.abs(each - 4 / 3.0) < 1e-15);
    }
    Node other = graph.mask(Seeds.of(4), "drip", 0.25, 4000);
    Program apart = Program.of(other);
    apart.run();
    assertFalse(Arrays.equals(first, apart.values(other).toDoubles()));
  }

  @Test
  void parametersAreAssignedAtTheEndOfARun() {
    Parameters parameters = new Parameters(Precision.DOUBLE);
    parameters.addFixed("count").fill(1);
    Graph over = Graph.over(parameters);
    Node count = over.parameter("count");
    over.assign(count, count.times(2));
    Node seen = count.plus(0.5);
    Program.of(seen).run();
    assertEquals(1, parameters.values("count").get(0));
    Program program = Program.assigning(List.of(seen), Workers.one());
    for (int i = 0; i < 3; i++) {
      program.run();
      assertEquals(0.5 + (1 << i), program.number(seen));
    }
    assertEquals(8, parameters.values("count").get(0));
    assertFalse(parameters.isTrained("count"));
  }

  @Test
  void stateSurvivesAFile() throws Exception {
    for (Precision precision : Precision.values()) {
      Parameters parameters = new Parameters(precision);
      parameters.addNormal("a.weight", Seeds.of(2).stream("a"), 1, 3, 4);
      parameters.addUniform("b", Seeds.of(2).stream("b"), 0.5, 2);
      Snapshot before = parameters.snapshot();
      Path file = folder.resolve(precision + ".safetensors");
      Safetensors.write(file, before);
      parameters.values("a.weight").fill(0);
      parameters.restore(Safetensors.read(file));
      assertEquals(before, parameters.snapshot());
      assertEquals(14, parameters.count());
    }
  }

  @Test
  void labelsNeverMoveAndRowsAdd() {
    Node table = graph.input("table", 3, 2);
    Node rows = table.rows(graph.constant(new double[] {2, 0, 2}, 3));
    Node slope = rows.sum().gradient(table);
    Program program = Program.of(rows, slope);
    program.values(table).copyFrom(new double[] {1, 2, 3, 4, 5, 6});
    program.run();
    assertArrayEquals(new double[] {5, 6, 1, 2, 5, 6}, program.values(rows).doubles());
    assertArrayEquals(new double[] {1, 1, 0, 0, 2, 2}, program.values(slope).doubles());
  }

  @Test
  void columnTimesRowHasTheBitsOfTheGeneralProduct() {
    for (Precision precision : Precision.values()) {
      Graph of = Graph.of(precision);
      Node a = of.input("a", 7, 1);
      Node b = of.input("b", 1, 9);
      Node product = a.product(b);
      Node general = a.padded(1, 0, 1).product(b.padded(0, 0, 1));
      Program program = Program.of(product, general);
      double[] draws = new double[16];
      Seeds.of(6).stream("draws").fillGaussian(draws, 1);
      draws[3] = 0;
      draws[12] = 0;
      program.values(a).round(Arrays.copyOf(draws, 7));
      program.values(b).round(Arrays.copyOfRange(draws, 7, 16));
      program.run();
      assertArrayEquals(program.values(general).toDoubles(), program.values(product).toDoubles());
    }
  }
}
