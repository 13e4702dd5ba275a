// SPDX-License-Identifier: Apache-2.0
package engram.spiking.replay;

import java.util.Arrays;
import java.util.Objects;

/// The weights of a recurrent net in which every neuron may reach every other: `W_ij` is what a
/// spike of neuron j adds to neuron i. Stored by source, so that the weights of one spike lie side
/// by side.
///
/// A trainer writes into the weights that it made; nobody else does.
public final class RecurrentWeights {
  private final int neurons;
  private final double[] outgoing;

  private RecurrentWeights(int neurons, double[] outgoing) {
    this.neurons = neurons;
    this.outgoing = outgoing;
  }

  /// No synapse at all.
  public static RecurrentWeights none(int neurons) {
    if (neurons < 1) {
      throw new IllegalArgumentException("neurons must be 1 or more, was " + neurons);
    }
    return new RecurrentWeights(neurons, new double[Math.multiplyExact(neurons, neurons)]);
  }

  /// From rows: `rows[i][j]` reaches i from j.
  ///
  /// @param rows square and finite
  public static RecurrentWeights of(double[][] rows) {
    RecurrentWeights weights = none(rows.length);
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != rows.length) {
        throw new IllegalArgumentException(
            "row " + i + " of weights must have " + rows.length + " values, was " + rows[i].length);
      }
      for (int j = 0; j < rows.length; j++) {
        if (!Double.isFinite(rows[i][j])) {
          throw new IllegalArgumentException(
              "weight %d, %d must be finite, was %s".formatted(i, j, rows[i][j]));
        }
        weights.set(i, j, rows[i][j]);
      }
    }
    return weights;
  }

  /// From one array, by source: element `j neurons + i` reaches i from j.
  ///
  /// @param outgoing `neurons * neurons` finite values; copied
  public static RecurrentWeights bySource(int neurons, double[] outgoing) {
    RecurrentWeights weights = none(neurons);
    if (outgoing.length != weights.outgoing.length) {
      throw new IllegalArgumentException(
          "outgoing must have %d values, was %d"
              .formatted(weights.outgoing.length, outgoing.length));
    }
    for (int k = 0; k < outgoing.length; k++) {
      if (!Double.isFinite(outgoing[k])) {
        throw new IllegalArgumentException(
            "weight %d, %d must be finite, was %s"
                .formatted(k % neurons, k / neurons, outgoing[k]));
      }
      weights.outgoing[k] = outgoing[k];
    }
    return weights;
  }

  /// A copy of all weights, by source: element `j neurons + i` reaches i from j.
  public double[] bySource() {
    return outgoing.clone();
  }

  /// How many neurons.
  public int neurons() {
    return neurons;
  }

  /// Refuses these weights where those of another number of neurons are wanted.
  void requireNeurons(int wanted) {
    if (neurons != wanted) {
      throw new IllegalArgumentException(
          "weights must be of " + wanted + " neurons, was " + neurons);
    }
  }

  /// What a spike of neuron `from` adds to neuron `to`.
  public double weight(int to, int from) {
    return outgoing[from * neurons + Objects.checkIndex(to, neurons)];
  }

  /// Adds the weights of a spike of neuron `from` to the inputs of all.
  ///
  /// @param input one value a neuron
  public void deliver(int from, double[] input) {
    int at = from * neurons;
    for (int i = 0; i < neurons; i++) {
      input[i] += outgoing[at + i];
    }
  }

  /// A copy of its own.
  public RecurrentWeights copy() {
    return new RecurrentWeights(neurons, outgoing.clone());
  }

  /// All weights times one factor.
  ///
  /// @param factor finite
  public RecurrentWeights times(double factor) {
    if (!Double.isFinite(factor)) {
      throw new IllegalArgumentException("factor must be finite, was " + factor);
    }
    RecurrentWeights scaled = copy();
    for (int k = 0; k < outgoing.length; k++) {
      scaled.outgoing[k] *= factor;
    }
    return scaled;
  }

  /// Writes what a spike of neuron `from` adds to neuron `to`; for trainers, once a change of a
  /// weight.
  ///
  /// @param weight finite, which is not checked here
  public void set(int to, int from, double weight) {
    outgoing[from * neurons + Objects.checkIndex(to, neurons)] = weight;
  }

  /// Takes the weights into neuron `to` from others of the same size.
  public void takeRow(int to, RecurrentWeights from) {
    from.requireNeurons(neurons);
    for (int j = 0; j < neurons; j++) {
      set(to, j, from.weight(to, j));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecurrentWeights that && Arrays.equals(outgoing, that.outgoing);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(outgoing);
  }

  @Override
  public String toString() {
    return "weights of " + neurons + " neurons";
  }
}
