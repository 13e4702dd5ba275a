// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.autodiff.array.Precision;
import engram.autodiff.array.Shape;
import engram.autodiff.array.Values;
import engram.autodiff.array.Windows;
import engram.error.DataCorruptException;
import engram.error.NumericalException;
import engram.random.Seeds;
import engram.state.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// What is refused, and with what words.
final class RefusalsTest {
  private final Graph graph = Graph.of(Precision.FLOAT);

  private static void refused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void shapesThatDoNotFitAreBothNamed() {
    Node a = graph.input("a", 128, 784);
    Node b = graph.input("b", 512, 10);
    refused("shapes must fit, was [128,784] times [512,10]", () -> a.product(b));
    refused("shapes must fit, was [128,784] plus [512,10]", () -> a.plus(b));
    refused("shapes must fit, was [128,784] reshaped to [5]", () -> a.reshaped(5));
    refused("shapes must fit, was [128,784] broadcast to [784]", () -> a.broadcast(784));
    refused("shapes must fit, was [128,784] concat [512,10]", () -> Node.concat(0, List.of(a, b)));
    refused("shapes must fit, was [128,784] crossEntropy [512,10]", () -> a.crossEntropy(b));
    refused(
        "shapes must fit, was [2,128,784] times [512,10]",
        () -> graph.input("c", 2, 128, 784).product(b));
    refused(
        "images must be [batch,height,width,channels] with room for a window of 3 x 3, was"
            + " [1,2,2,1]",
        () -> graph.input("d", 1, 2, 2, 1).patches(new Windows(3, 3, 1, 0)));
  }

  @Test
  void emptyBatchHasNoShape() {
    refused(
        "extents of a shape must be at least 1, was [0,784]", () -> graph.input("images", 0, 784));
  }

  @Test
  void axesAndRangesAreInside() {
    Node a = graph.input("a", 2, 3);
    refused("axis must be in [-2, 2) for shape [2,3], was 2", () -> a.sum(2));
    refused(
        "slice of axis 1 of [2,3] must be a range inside it, was 1 to 4", () -> a.slice(1, 1, 4));
    refused("order must name each axis of [2,3] once, was [0, 0]", () -> a.permuted(0, 0));
  }

  @Test
  void labelsAreInRangeOrNamed() {
    Node logits = graph.input("logits", 3, 10);
    Node labels = graph.input("labels", 3);
    Program program = Program.of(logits.crossEntropy(labels));
    program.values(labels).copyFrom(new int[] {1, 10, 2});
    refused(
        "indices in input labels must be whole numbers in [0, 10), was 10.0 at 1", program::run);
    program.values(labels).set(1, -1);
    refused(
        "indices in input labels must be whole numbers in [0, 10), was -1.0 at 1", program::run);
    program.values(labels).set(1, 0.5);
    refused("indices in input labels must be whole numbers in [0, 10), was 0.5 at 1", program::run);
    program.values(labels).set(1, Double.NaN);
    refused("indices in input labels must be whole numbers in [0, 10), was NaN at 1", program::run);
  }

  @Test
  void precisionsAreNotMixed() {
    Node a = graph.input("a", 2);
    Node b = Graph.of(Precision.DOUBLE).input("b", 2);
    refused(
        "operands of plus must be of one graph, was a [2] node of a DOUBLE graph beside one of a"
            + " FLOAT graph",
        () -> a.plus(b));
    Program program = Program.of(a.exp());
    assertEquals(
        "values must be DOUBLE to be read as doubles, was FLOAT",
        assertThrows(IllegalStateException.class, () -> program.values(a).copyFrom(new double[2]))
            .getMessage());
    refused(
        "values must be FLOAT [2], was DOUBLE [2]",
        () -> program.values(a).copyFrom(Values.zeros(Precision.DOUBLE, Shape.of(2))));
    refused("values of shape [2] must be 2, was 3", () -> program.values(a).copyFrom(new float[3]));
    Parameters doubles = new Parameters(Precision.DOUBLE);
    doubles.add("w", 2);
    Parameters floats = new Parameters(Precision.FLOAT);
    floats.add("w", 2);
    assertTrue(
        String.valueOf(
                assertThrows(DataCorruptException.class, () -> floats.restore(doubles.snapshot()))
                    .getMessage())
            .contains("must hold floats, holds doubles"));
  }

  @Test
  void onlyASingleNumberHasAGradient() {
    Node a = graph.input("a", 2);
    refused("what has a gradient must be a single number, was exp [2]", () -> a.exp().gradient(a));
  }

  @Test
  void notANumberIsNamedByLayerStepAndPlace() {
    Graph doubles = Graph.of(Precision.DOUBLE);
    Node x = doubles.input("x", 2, 2);
    Node hidden = doubles.within("hidden", x::log);
    Node loss = hidden.sum();
    Program program = Program.of(loss);
    program.values(x).copyFrom(new double[] {1, 2, 3, 4});
    program.run();
    program.values(x).copyFrom(new double[] {1, 2, 3, -4});
    assertEquals(
        "log of hidden [2,2] at step 1 must be finite, was NaN at [1,1]",
        assertThrows(NumericalException.class, program::run).getMessage());
    program.values(x).copyFrom(new double[] {1, Double.NaN, 3, 4});
    assertEquals(
        "input x [2,2] at step 1 must be finite, was NaN at [0,1]",
        assertThrows(NumericalException.class, program::run).getMessage());
  }

  @Test
  void checkedRunSeesWhatNoSingleNumberShows() {
    Node x = graph.input("x", 2);
    Node y = x.log().maximum(graph.constant(0)).exp();
    Node quiet = x.exp();
    Program program = Program.of(y, quiet);
    program.values(x).copyFrom(new float[] {1, -1});
    program.run();
    assertEquals(
        "log [2] at step 1 must be finite, was NaN at [1]",
        assertThrows(NumericalException.class, program::runChecked).getMessage());
  }

  @Test
  void arraysAreGivenOfWhatTheProgramHas() {
    Node x = graph.input("x", 2);
    Node inner = x.exp();
    Program program = Program.of(inner.sum());
    refused(
        "node must be a wanted one, an input or a parameter that they need, was exp [2]",
        () -> program.values(inner));
    refused("node must be a single number, was input x [2]", () -> program.number(x));
    refused("shape of input x must be [2] as before, was [3]", () -> graph.input("x", 3));
  }

  @Test
  void parametersAreMadeOnceAndFound() {
    Parameters parameters = new Parameters(Precision.FLOAT);
    parameters.add("w", 2, 3);
    refused("name of a parameter must be new, was 'w'", () -> parameters.add("w", 2));
    Graph over = Graph.over(parameters);
    refused("name must be one of [w], was 'v'", () -> over.parameter("v", 2));
    refused("shape of parameter w must be [2,3], was [3,2]", () -> over.parameter("w", 3, 2));
  }

  @Test
  void anotherNetsStateIsRefused() {
    Parameters own = new Parameters(Precision.FLOAT);
    own.add("w", 2).fill(7);
    Snapshot lacks = Snapshot.named("parameters", 1).floats("v", "1", new float[2]).build();
    Snapshot more =
        Snapshot.named("parameters", 1)
            .floats("w", "1", new float[2])
            .floats("v", "1", new float[2])
            .build();
    assertEquals(
        "parameters must be those of this net, lacked 'w', had [v]",
        assertThrows(DataCorruptException.class, () -> own.restore(lacks)).getMessage());
    assertEquals(
        "parameters must be those of this net, had 'v', which it has not; it has [w]",
        assertThrows(DataCorruptException.class, () -> own.restore(more)).getMessage());
    assertEquals(7, own.values("w").get(1));
  }

  @Test
  void probabilitiesAndNumbersAreInRange() {
    refused(
        "zeroProbability must be in [0, 1), was 1.0", () -> graph.mask(Seeds.of(1), "mask", 1, 2));
    refused("epsilon must be 0 or more, was -1.0", () -> graph.input("x", 2).standardised(-1));
    refused("step must be 0 or more, was -1", () -> Program.of(graph.constant(1)).step(-1));
    refused("padding must be in [0, 3), was 3", () -> new Windows(3, 3, 1, 3));
    refused("stride must be at least 1, was 0", () -> new Windows(3, 3, 0, 0));
  }
}
