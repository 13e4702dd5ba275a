// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import engram.autodiff.array.Values;
import engram.autodiff.internal.Step;
import engram.error.NumericalException;
import engram.kernel.Workers;
import java.util.ArrayList;
import java.util.List;

/// Nodes of a graph, compiled: a flat list of loops over arrays that were made once. A run makes no
/// arrays; what little it allocates are the lanes of the kernel's sums.
///
/// ```java
/// Program program = Program.of(loss, slope);
/// program.values(x).copyFrom(new double[] {1, 2, 3});
/// program.run();
/// double l = program.number(loss);
/// double[] s = program.values(slope).doubles();
/// ```
///
/// The results are the same for any number of workers and for scalar and vector kernels. A single
/// number among the wanted ones that is not finite ends the run: the run is repeated node by node,
/// and the first node with such a number is named with layer, step and value. Not for several
/// threads at once.
public final class Program {
  private final Graph graph;
  private final Workers workers;
  private final Compiler compiled;
  private final Binding.Clock clock = new Binding.Clock();
  private final Step[] steps;
  private final Values[] checked;
  private final List<Assignment> assignments;

  private Program(List<Node> wanted, Workers workers, boolean assigning) {
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException("wanted nodes must be at least one, was none");
    }
    graph = wanted.getFirst().graph();
    this.workers = workers;
    assignments = assigning ? graph.assignments() : List.of();
    List<Node> needed = new ArrayList<>(wanted);
    for (Node node : wanted) {
      if (node.graph() != graph) {
        throw new IllegalArgumentException(
            "wanted nodes must be of one graph, was %s of another".formatted(node));
      }
    }
    for (Assignment each : assignments) {
      needed.add(each.parameter());
      needed.add(each.value());
    }
    compiled = Compiler.fused(new Compiler.Task(graph, needed, workers, clock));
    steps = compiled.steps().toArray(Step[]::new);
    checked =
        wanted.stream()
            .filter(node -> node.shape().size() == 1)
            .map(compiled::values)
            .toArray(Values[]::new);
  }

  /// A program on the calling thread alone.
  public static Program of(Node... wanted) {
    return of(List.of(wanted), Workers.one());
  }

  /// A program whose products use the threads of `workers`, which the caller closes.
  public static Program of(List<Node> wanted, Workers workers) {
    return new Program(wanted, workers, false);
  }

  /// The same, which also does what [Graph#assign] said at the end of each run.
  public static Program assigning(List<Node> wanted, Workers workers) {
    return new Program(wanted, workers, true);
  }

  /// The array of an input, a parameter or a wanted node: inputs are written before a run, the
  /// others read after it.
  public Values values(Node node) {
    if (!reads(node)) {
      throw new IllegalArgumentException(
          "node must be a wanted one, an input or a parameter that they need, was " + node);
    }
    return compiled.values(node);
  }

  /// Whether a node has an array here: [#values] gives it.
  public boolean reads(Node node) {
    return node.graph() == graph && compiled.has(node);
  }

  /// The only number of a wanted node.
  public double number(Node node) {
    if (node.shape().size() != 1) {
      throw new IllegalArgumentException("node must be a single number, was " + node);
    }
    return values(node).get(0);
  }

  /// What adds a product that need not be wanted itself, if its [Node#factors] are: `array = scale
  /// product + kept array`, after a run. In a step of plain descent the array is the parameter, and
  /// its gradient is never written out.
  public Runnable adding(Node product, double scale, double kept, Values array) {
    if (!(product.operation() instanceof Product operation) || product.factors().isEmpty()) {
      throw new IllegalArgumentException("node must be a product of two matrices, was " + product);
    }
    if (array.precision() != graph.precision() || !array.shape().equals(product.shape())) {
      throw new IllegalArgumentException(
          "array must be %s %s, was %s".formatted(graph.precision(), product.shape(), array));
    }
    List<Values> factors = product.operands().stream().map(this::values).toList();
    return operation.step(new Binding(product, factors, array, workers, clock), scale, kept)::run;
  }

  /// How many runs there were: what masks depend on.
  public long step() {
    return clock.step();
  }

  /// Sets the number of runs, to repeat or to go on.
  public void step(long step) {
    if (step < 0) {
      throw new IllegalArgumentException("step must be 0 or more, was " + step);
    }
    clock.step(step);
  }

  /// Computes every wanted node.
  ///
  /// @throws NumericalException if a single number among them is not finite
  /// @throws IllegalArgumentException if an index is out of range
  public void run() {
    for (Step step : steps) {
      step.run();
    }
    for (Values each : checked) {
      if (!Double.isFinite(each.get(0))) {
        explain();
        throw new NumericalException(
            "a wanted number at step %d must be finite, was %s"
                .formatted(clock.step(), each.get(0)));
      }
    }
    finish();
  }

  /// The same, and looks at every number of every node.
  ///
  /// @throws NumericalException naming the first that is not finite
  public void runChecked() {
    explain();
    run();
  }

  private void finish() {
    for (int i = 0; i < assignments.size(); i++) {
      Assignment each = assignments.get(i);
      compiled.values(each.parameter()).copyFrom(compiled.values(each.value()));
    }
    clock.step(clock.step() + 1);
  }

  /// Runs node by node, in arrays of its own, and refuses the first that is not finite.
  private void explain() {
    Compiler apart = compiled.apart();
    for (int id = 0; id < graph.size(); id++) {
      Node node = graph.node(id);
      if (node.operation() instanceof Source && apart.has(node)) {
        require(node, apart.values(node));
      }
    }
    for (int i = 0; i < apart.steps().size(); i++) {
      apart.steps().get(i).run();
      Node node = apart.nodes().get(i);
      require(node, apart.values(node));
    }
  }

  private void require(Node node, Values values) {
    int at = values.firstNotFinite();
    if (at >= 0) {
      throw new NumericalException(
          "%s %s at step %d must be finite, was %s at %s"
              .formatted(
                  node.name(), node.shape(), clock.step(), values.get(at), node.shape().place(at)));
    }
  }

  /// How many loops a run calls.
  public int size() {
    return steps.length;
  }

  @Override
  public String toString() {
    return "program of " + steps.length + " steps, " + graph.precision();
  }
}
