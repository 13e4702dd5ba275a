// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.nets;

import engram.autodiff.Graph;
import engram.autodiff.Node;
import engram.autodiff.Parameters;
import engram.random.Seeds;

/// `y = (x - mean) / sqrt(variance + epsilon) * scale + shift` for each feature, the last axis,
/// over all others [4]: in training the moments of the batch, in judging running ones, which
/// training moves by `momentum` of the way in each step (the running variance with divisor n - 1,
/// as PyTorch does).
///
/// References: see the package.
///
/// @param name of `name.weight`, `name.bias`, `name.running_mean`, `name.running_var`
/// @param width extent of the last axis
/// @param momentum in (0, 1]
/// @param epsilon above 0
public record BatchNorm(String name, int width, double momentum, double epsilon) implements Layer {
  /// Checks the momentum.
  public BatchNorm {
    if (!(momentum > 0 && momentum <= 1)) {
      throw new IllegalArgumentException("momentum must be in (0, 1], was " + momentum);
    }
  }

  /// With momentum 0.1 and epsilon 1e-5.
  public static BatchNorm of(String name, int width) {
    return new BatchNorm(name, width, 0.1, 1e-5);
  }

  @Override
  public void addTo(Parameters parameters, Seeds seeds) {
    parameters.add(name + ".weight", width).fill(1);
    parameters.add(name + ".bias", width);
    parameters.addFixed(name + ".running_mean", width);
    parameters.addFixed(name + ".running_var", width).fill(1);
  }

  @Override
  public Node apply(Node x, Mode mode) {
    Graph graph = x.graph();
    return graph.within(
        name,
        () -> {
          Node runningMean = graph.parameter(name + ".running_mean", width);
          Node runningVariance = graph.parameter(name + ".running_var", width);
          Node mean = runningMean;
          Node variance = runningVariance;
          if (mode == Mode.TRAINING) {
            int samples = x.shape().size() / width;
            if (samples < 2) {
              throw new IllegalArgumentException(
                  "a batch to be normed must have at least 2 samples, was " + samples);
            }
            Node rows = x.reshaped(samples, width);
            mean = rows.mean(0);
            variance = rows.minus(mean).square().mean(0);
            Node unbiased = variance.times(samples / (samples - 1.0));
            graph.assign(runningMean, moved(runningMean, mean));
            graph.assign(runningVariance, moved(runningVariance, unbiased));
          }
          Node scale =
              variance.plus(epsilon).power(-0.5).times(graph.parameter(name + ".weight", width));
          return x.minus(mean).times(scale).plus(graph.parameter(name + ".bias", width));
        });
  }

  private Node moved(Node running, Node now) {
    return running.times(1 - momentum).plus(now.times(momentum));
  }
}
