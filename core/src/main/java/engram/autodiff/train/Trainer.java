// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.train;

import engram.autodiff.Node;
import engram.autodiff.Parameters;
import engram.autodiff.Program;
import engram.autodiff.array.Precision;
import engram.autodiff.array.Values;
import engram.kernel.Workers;
import engram.state.Snapshot;
import java.util.ArrayList;
import java.util.List;

/// A loss, the gradients of all parameters that are trained, and an optimiser that moves them in
/// place. A step in steady state makes no arrays of its own.
///
/// The state is a [Snapshot]: parameters, what the optimiser remembers, and the number of steps, on
/// which dropout depends; a run that is resumed from it goes on with the same bits. Not for several
/// threads at once.
public final class Trainer {
  private static final String FORMAT = "trainer";
  private static final int VERSION = 1;

  /// Inner extents of a product that one chain of fma covers in either precision.
  private static final int ONE_BLOCK = 256;

  private final Node loss;
  private final Parameters parameters;
  private final Program program;
  private final Settings settings;
  private final List<Moved> trained = new ArrayList<>();
  private double gradientNorm;

  /// How a trainer works.
  ///
  /// @param optimiser what moves the parameters
  /// @param schedule of its rate
  /// @param clipping of the gradients
  public record Settings(Optimiser optimiser, Schedule schedule, Clipping clipping) {
    /// A constant rate, without clipping.
    public static Settings of(Optimiser optimiser) {
      return new Settings(optimiser, new Schedule.Constant(), new Clipping.None());
    }
  }

  private Trainer(Node loss, List<Node> beside, Settings settings, Workers workers) {
    this.loss = loss;
    this.settings = settings;
    parameters = loss.graph().parameters();
    List<String> names = parameters.names().stream().filter(parameters::isTrained).toList();
    List<Node> nodes = names.stream().map(name -> loss.graph().parameter(name)).toList();
    List<Node> gradients = loss.gradients(nodes);
    List<Node> wanted = new ArrayList<>(List.of(loss));
    wanted.addAll(beside);
    for (Node gradient : gradients) {
      wanted.addAll(isAdded(gradient) ? gradient.factors().orElseThrow() : List.of(gradient));
    }
    program = Program.assigning(wanted, workers);
    for (int i = 0; i < names.size(); i++) {
      Node gradient = gradients.get(i);
      Values values = parameters.values(names.get(i));
      trained.add(
          isAdded(gradient)
              ? new Added(program, gradient, values)
              : new Trained(names.get(i), values, program.values(gradient), settings.optimiser()));
    }
  }

  /// Whether a gradient goes straight into its parameter: under plain descent a product of matrices
  /// need not be written out first. Up to an inner extent that the kernel works in one block, the
  /// bits are those of [Sgd#update].
  private boolean isAdded(Node gradient) {
    return settings.optimiser() instanceof Sgd
        && settings.clipping() instanceof Clipping.None
        && gradient.factors().isPresent()
        && gradient.factors().orElseThrow().getFirst().shape().size()
            <= (long) ONE_BLOCK * gradient.shape().extent(0);
  }

  /// A trainer on the calling thread, with a constant rate and without clipping.
  public static Trainer of(Node loss, Optimiser optimiser) {
    return of(loss, List.of(), Settings.of(optimiser), Workers.one());
  }

  /// A trainer.
  ///
  /// @param loss a single number
  /// @param beside what else is computed in each step, such as outputs
  /// @param workers threads for products, closed by the caller
  public static Trainer of(Node loss, List<Node> beside, Settings settings, Workers workers) {
    return new Trainer(loss, beside, settings, workers);
  }

  /// The array of an input, of the loss, or of a node beside it.
  public Values values(Node node) {
    return program.values(node);
  }

  /// How many steps were taken.
  public long steps() {
    return program.step();
  }

  /// The Euclidean norm of all gradients at the last step, before clipping; 0 without clipping by
  /// norm.
  public double gradientNorm() {
    return gradientNorm;
  }

  /// One step on the inputs as they are.
  ///
  /// @return the loss before the step
  /// @throws engram.error.NumericalException if it is not finite; nothing has moved then
  public double step() {
    long before = program.step();
    program.run();
    clip();
    Optimiser optimiser = settings.optimiser();
    double rate = optimiser.rate() * settings.schedule().factor(before);
    for (int i = 0; i < trained.size(); i++) {
      trained.get(i).update(optimiser, rate, before + 1);
    }
    return program.number(loss);
  }

  private void clip() {
    switch (settings.clipping()) {
      case Clipping.None none -> {}
      case Clipping.ByNorm byNorm -> {
        double squares = 0;
        for (int i = 0; i < trained.size(); i++) {
          squares += trained.get(i).squares();
        }
        gradientNorm = Math.sqrt(squares);
        if (gradientNorm > byNorm.most()) {
          for (int i = 0; i < trained.size(); i++) {
            trained.get(i).scale(byNorm.most() / gradientNorm);
          }
        }
      }
      case Clipping.ByValue byValue -> {
        for (int i = 0; i < trained.size(); i++) {
          trained.get(i).clamp(byValue.most());
        }
      }
    }
  }

  /// Parameters, the optimiser's memory, and the number of steps.
  public Snapshot snapshot() {
    Snapshot.Builder memory = Snapshot.named("optimiser", VERSION);
    for (Moved each : trained) {
      each.save(memory, settings.optimiser().memory());
    }
    return Snapshot.named(FORMAT, VERSION)
        .number("steps", "1", program.step())
        .part("parameters", parameters.snapshot())
        .part("optimiser", memory.build())
        .build();
  }

  /// Goes back to a snapshot of the same net and optimiser.
  ///
  /// @throws engram.error.DataCorruptException if it is another one's; nothing is changed then
  public void restore(Snapshot snapshot) {
    snapshot.require(FORMAT, VERSION);
    Snapshot memory = snapshot.part("optimiser").require("optimiser", VERSION);
    List<Runnable> writes = new ArrayList<>();
    for (Moved each : trained) {
      writes.addAll(each.read(memory, settings.optimiser().memory()));
    }
    long steps = snapshot.number("steps");
    parameters.restore(snapshot.part("parameters"));
    writes.forEach(Runnable::run);
    program.step(steps);
  }

  /// The precision of the net.
  public Precision precision() {
    return parameters.precision();
  }
}
