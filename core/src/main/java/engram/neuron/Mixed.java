// SPDX-License-Identifier: Apache-2.0
package engram.neuron;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A population whose neurons have parameters of their own: one model for each. All are of one
/// class, with the same variables and receptors and the same refractory time.
///
/// Neighbours that are equal are advanced together, at full speed. Izhikevich's neurons are
/// advanced together even where each is different.
///
/// @param cells by neuron, at least one
public record Mixed(List<NeuronModel> cells) implements NeuronModel {
  /// Copies and checks.
  public Mixed {
    cells = List.copyOf(cells);
    if (cells.isEmpty()) {
      throw new IllegalArgumentException("cells must be one a neuron, was []");
    }
    Class<?> kind = cells.getFirst().getClass();
    for (NeuronModel cell : cells) {
      if (cell.getClass() != kind || cell instanceof Mixed) {
        throw new IllegalArgumentException(
            "cells must be of one class, was "
                + kind.getSimpleName()
                + " and "
                + cell.getClass().getSimpleName());
      }
    }
  }

  @Override
  public List<Variable> variables() {
    return cells.getFirst().variables();
  }

  @Override
  public List<Receptor> receptors() {
    return cells.getFirst().receptors();
  }

  @Override
  public int refractorySteps(double dtMs) {
    int steps = cells.getFirst().refractorySteps(dtMs);
    for (NeuronModel cell : cells) {
      if (cell.refractorySteps(dtMs) != steps) {
        throw new IllegalArgumentException(
            "refractory steps of the cells of a population must be equal, was "
                + steps
                + " and "
                + cell.refractorySteps(dtMs));
      }
    }
    return steps;
  }

  @Override
  public NeuronKernel kernel(Site site) {
    List<NeuronModel> here = cells.subList(site.first(), site.first() + site.count());
    if (!here.isEmpty() && here.getFirst() instanceof Izhikevich) {
      return new IzhikevichKernel(site, here.stream().map(Izhikevich.class::cast).toList());
    }
    List<Run> runs = new ArrayList<>();
    for (int from = 0; from < here.size(); ) {
      int to = from + 1;
      while (to < here.size() && here.get(to).equals(here.get(from))) {
        to++;
      }
      runs.add(new Run(from, to, here.get(from).kernel(site)));
      from = to;
    }
    return new RunsKernel(runs, site.count());
  }

  @Override
  public Optional<NeuronDefinition> definition(Site site) {
    return cells.get(site.first()).definition(site);
  }

  /// Neighbours that are equal.
  private record Run(int from, int to, NeuronKernel kernel) {}

  private static final class RunsKernel implements NeuronKernel {
    private final List<Run> runs;
    private final float[] threshold;
    private final NeuronKernel[] of;

    RunsKernel(List<Run> runs, int count) {
      this.runs = runs;
      threshold = new float[count];
      of = new NeuronKernel[count];
      for (Run run : runs) {
        float[] all = run.kernel.threshold();
        for (int i = run.from; i < run.to; i++) {
          of[i] = run.kernel;
          threshold[i] = all[all.length == 1 ? 0 : i];
        }
      }
    }

    @Override
    public void advance(float[][] x, float[][] in, int from, int to, long step) {
      for (int r = 0; r < runs.size(); r++) {
        Run run = runs.get(r);
        int begin = Math.max(from, run.from);
        int end = Math.min(to, run.to);
        if (begin < end) {
          run.kernel.advance(x, in, begin, end, step);
        }
      }
    }

    @Override
    public float[] threshold() {
      return threshold;
    }

    @Override
    public void reset(float[][] x, int[] which, int from, int to) {
      for (int k = from; k < to; k++) {
        of[which[k]].reset(x, which, k, k + 1);
      }
    }

    @Override
    public void hold(float[][] x, int[] which, int from, int to) {
      for (int k = from; k < to; k++) {
        of[which[k]].hold(x, which, k, k + 1);
      }
    }
  }
}
