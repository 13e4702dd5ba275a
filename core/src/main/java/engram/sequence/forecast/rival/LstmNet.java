// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast.rival;

import engram.autodiff.Graph;
import engram.autodiff.Node;
import engram.autodiff.Parameters;
import engram.autodiff.Program;
import engram.autodiff.array.Precision;
import engram.autodiff.array.Values;
import engram.autodiff.nets.Initial;
import engram.autodiff.nets.Layer;
import engram.autodiff.nets.Linear;
import engram.autodiff.nets.Losses;
import engram.autodiff.train.Adam;
import engram.autodiff.train.Clipping;
import engram.autodiff.train.Schedule;
import engram.autodiff.train.Trainer;
import engram.kernel.Workers;
import engram.random.Seeds;
import engram.state.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// An LSTM layer under a linear map, in float: trained on a window of pairs, then run on a stream,
/// whose state it carries. See [LstmTraining] for how.
final class LstmNet {
  private static final double LARGEST_GRADIENT = 1;

  /// Sizes of a net.
  record Sizes(int inputs, int units, int outputs) {
    /// Checks the sizes.
    Sizes {
      if (inputs < 1 || units < 1 || outputs < 1) {
        throw new IllegalArgumentException(
            "inputs, units and outputs must be at least 1, were "
                + Arrays.toString(new int[] {inputs, units, outputs}));
      }
    }

    private LstmCell cell() {
      return new LstmCell("lstm", inputs, units);
    }

    private Linear readout() {
      return new Linear("readout", units, outputs, true, Initial.FAN_IN);
    }

    /// Parameters as they are before training.
    Parameters drawn(Seeds seeds) {
      Parameters parameters = new Parameters(Precision.FLOAT);
      cell().addTo(parameters, seeds);
      readout().addTo(parameters, seeds);
      return parameters;
    }

    /// A state's place in a graph.
    private LstmCell.State state(Graph graph, int streams) {
      return new LstmCell.State(
          graph.input("hidden", streams, units), graph.input("cells", streams, units));
    }
  }

  private final Sizes sizes;
  private final LstmTraining training;
  private final Seeds seeds;
  private final Parameters parameters;
  private final Program stepping;
  private final Values input;
  private final Values output;
  private final Carried carried;

  /// An array before a run, and where the run leaves it.
  private record Carried(Values hidden, Values cells, Values newHidden, Values newCells) {
    void go() {
      hidden.copyFrom(newHidden);
      cells.copyFrom(newCells);
    }

    void clear() {
      hidden.fill(0);
      cells.fill(0);
    }
  }

  /// @param seeds where the weights of each training are drawn
  LstmNet(Sizes sizes, LstmTraining training, Seeds seeds) {
    this.sizes = sizes;
    this.training = training;
    this.seeds = seeds;
    parameters = sizes.drawn(seeds);
    Graph graph = Graph.over(parameters);
    LstmCell.State before = sizes.state(graph, 1);
    Node x = graph.input("x", 1, sizes.inputs());
    LstmCell.State after = sizes.cell().step(x, before);
    Node y = sizes.readout().apply(after.hidden(), Layer.Mode.JUDGING);
    stepping = Program.of(y, after.hidden(), after.cells());
    input = stepping.values(x);
    output = stepping.values(y);
    carried =
        new Carried(
            stepping.values(before.hidden()),
            stepping.values(before.cells()),
            stepping.values(after.hidden()),
            stepping.values(after.cells()));
  }

  /// Learns from a window, with weights drawn anew, and forgets where it stood.
  ///
  /// @param number of the training: weights are a function of it
  /// @param x inputs, a row for each pair, the eldest first
  /// @param y targets
  /// @param pairs how many, a whole number of pieces; see [LstmTraining#pairs]
  void train(long number, double[] x, double[] y, int pairs) {
    parameters.restore(sizes.drawn(seeds.child("training", number)).snapshot());
    new Unrolled(pairs / LstmTraining.STREAMS, x, y).train();
    carried.clear();
  }

  /// Goes one step along the stream.
  ///
  /// @param x the array that holds its input
  /// @param from where it begins there
  /// @return the net's output, which the next step overwrites
  Values step(double[] x, int from) {
    for (int i = 0; i < sizes.inputs(); i++) {
      input.set(i, x[from + i]);
    }
    stepping.run();
    carried.go();
    return output;
  }

  Snapshot snapshot() {
    return Snapshot.named("lstm-net", 1)
        .part("parameters", parameters.snapshot())
        .floats("hidden", "1", carried.hidden().floats().clone())
        .floats("cells", "1", carried.cells().floats().clone())
        .build();
  }

  void restore(Snapshot snapshot) {
    snapshot.require("lstm-net", 1);
    parameters.restore(snapshot.part("parameters"));
    carried.hidden().copyFrom(snapshot.floats("hidden"));
    carried.cells().copyFrom(snapshot.floats("cells"));
  }

  /// The net unrolled over a piece of each stream, and the window that it goes through.
  private final class Unrolled {
    private final int length;
    private final int epochs;
    private final double[] x;
    private final double[] y;
    private final Trainer trainer;
    private final Values inputs;
    private final Values targets;
    private final Carried states;

    /// @param length of a stream
    Unrolled(int length, double[] x, double[] y) {
      this.length = length;
      epochs = training.epochs(length * LstmTraining.STREAMS);
      this.x = x;
      this.y = y;
      int streams = LstmTraining.STREAMS;
      int steps = LstmTraining.STEPS;
      Graph graph = Graph.over(parameters);
      LstmCell.State before = sizes.state(graph, streams);
      Node allX = graph.input("x", steps, streams, sizes.inputs());
      LstmCell.State state = before;
      List<Node> hidden = new ArrayList<>();
      for (int t = 0; t < steps; t++) {
        Node now = allX.slice(0, t, t + 1).reshaped(streams, sizes.inputs());
        state = sizes.cell().step(now, state);
        hidden.add(state.hidden());
      }
      Node wanted = graph.input("y", steps * streams, sizes.outputs());
      Node given = sizes.readout().apply(Node.concat(0, hidden), Layer.Mode.TRAINING);
      trainer =
          Trainer.of(
              Losses.squaredError(given, wanted),
              List.of(state.hidden(), state.cells()),
              new Trainer.Settings(
                  new Adam(training.rate()),
                  new Schedule.Cosine((long) epochs * (length / steps), 0),
                  new Clipping.ByNorm(LARGEST_GRADIENT)),
              Workers.one());
      inputs = trainer.values(allX);
      targets = trainer.values(wanted);
      states =
          new Carried(
              trainer.values(before.hidden()),
              trainer.values(before.cells()),
              trainer.values(state.hidden()),
              trainer.values(state.cells()));
    }

    void train() {
      for (int epoch = 0; epoch < epochs; epoch++) {
        states.clear();
        for (int at = 0; at + LstmTraining.STEPS <= length; at += LstmTraining.STEPS) {
          fill(inputs, x, at, sizes.inputs());
          fill(targets, y, at, sizes.outputs());
          trainer.step();
          states.go();
        }
      }
    }

    /// Writes a piece of each stream: first the first step of all streams, then the next.
    private void fill(Values into, double[] rows, int at, int width) {
      int place = 0;
      for (int t = at; t < at + LstmTraining.STEPS; t++) {
        for (int stream = 0; stream < LstmTraining.STREAMS; stream++) {
          int from = (stream * length + t) * width;
          for (int i = 0; i < width; i++) {
            into.set(place++, rows[from + i]);
          }
        }
      }
    }
  }
}
