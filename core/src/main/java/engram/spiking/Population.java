// SPDX-License-Identifier: Apache-2.0
package engram.spiking;

import engram.neuron.NeuronModel;
import engram.spiking.connect.Distribution;
import java.util.LinkedHashMap;
import java.util.Map;

/// Neurons of one model.
///
/// @param name unique in a network; a letter, then letters, digits, `-`, `_`, `.`
/// @param size how many neurons, at least 1
/// @param model of each; [engram.neuron.Mixed] where they differ
/// @param starts by variable, where it is at the beginning if not where the model says
public record Population(
    String name, int size, NeuronModel model, Map<String, Distribution> starts) {
  /// Copies and checks.
  public Population {
    Names.require("name of a population", name);
    if (size < 1) {
      throw new IllegalArgumentException("size of " + name + " must be 1 or more, was " + size);
    }
    if (model instanceof engram.neuron.Mixed mixed && mixed.cells().size() != size) {
      throw new IllegalArgumentException(
          "cells of %s must be as many as its %d neurons, was %d"
              .formatted(name, size, mixed.cells().size()));
    }
    starts.keySet().forEach(model::variable);
    starts = Map.copyOf(starts);
  }

  /// Neurons that start where their model says.
  public static Population of(String name, int size, NeuronModel model) {
    return new Population(name, size, model, Map.of());
  }

  /// The same with a variable that starts elsewhere.
  public Population starting(String variable, Distribution start) {
    Map<String, Distribution> more = new LinkedHashMap<>(starts);
    more.put(variable, start);
    return new Population(name, size, model, more);
  }
}
