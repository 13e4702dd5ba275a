// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate.online;

import engram.credit.rate.GradientScope;
import engram.credit.rate.HomeostaticRegulator;
import engram.random.RandomStream;
import engram.random.Seeds;
import java.util.ArrayList;
import java.util.List;

/// The published rules written down step by step, sample by sample, with every simulated net copied
/// whole: what [OnlineLearner] must agree with. Nothing here is shared with it but the regulator's
/// table of effects, the exchanges and the streams.
final class PlainLearner {
  final List<double[][]> weights = new ArrayList<>();
  final List<double[]> biases = new ArrayList<>();
  final List<Double> rates = new ArrayList<>();
  final List<Double> memoryAccuracies = new ArrayList<>();
  long hits;
  int taken;
  private final HomeostaticRegulator regulator;
  private double eta;

  PlainLearner(EluNet net, HomeostaticRegulator regulator) {
    this.regulator = regulator;
    eta = regulator.eta0();
    for (int l = 1; l <= net.layers(); l++) {
      double[] flat = net.parameters().values(EluNet.weight(l)).toDoubles();
      double[][] w = new double[net.inputs(l)][net.units(l)];
      for (int i = 0; i < flat.length; i++) {
        w[i / net.units(l)][i % net.units(l)] = flat[i];
      }
      weights.add(w);
      biases.add(net.parameters().values(EluNet.bias(l)).toDoubles());
    }
  }

  /// Inputs of every layer, then the logits.
  private static List<double[]> forward(List<double[][]> w, List<double[]> b, double[] image) {
    List<double[]> layers = new ArrayList<>(List.of(image));
    for (int l = 0; l < w.size(); l++) {
      double[] z = b.get(l).clone();
      double[] x = layers.getLast();
      for (int j = 0; j < z.length; j++) {
        for (int i = 0; i < x.length; i++) {
          z[j] += x[i] * w.get(l)[i][j];
        }
        if (l < w.size() - 1) {
          z[j] = z[j] > 0 ? z[j] : StrictMath.expm1(z[j]);
        }
      }
      layers.add(z);
    }
    return layers;
  }

  /// The gradient of one sample: of weights, then of biases, layer after layer.
  private List<double[][]> gradient(double[] image, int label) {
    List<double[]> x = forward(weights, biases, image);
    double[] z = x.getLast();
    double sum = 0;
    for (double logit : z) {
      sum += StrictMath.exp(logit);
    }
    double[] delta = new double[z.length];
    for (int c = 0; c < z.length; c++) {
      delta[c] = StrictMath.exp(z[c]) / sum - (c == label ? 1 : 0);
    }
    List<double[][]> g = new ArrayList<>();
    for (int l = weights.size() - 1; l >= 0; l--) {
      double[] in = x.get(l);
      double[][] dw = new double[in.length][delta.length];
      double[] below = new double[in.length];
      for (int i = 0; i < in.length; i++) {
        for (int j = 0; j < delta.length; j++) {
          dw[i][j] = in[i] * delta[j];
          below[i] += weights.get(l)[i][j] * delta[j];
        }
        below[i] *= in[i] > 0 ? 1 : 1 + in[i];
      }
      g.addFirst(new double[][] {delta});
      g.addFirst(dw);
      delta = below;
    }
    return g;
  }

  private static void add(List<double[][]> to, List<double[][]> g) {
    for (int k = 0; k < g.size(); k++) {
      for (int i = 0; i < g.get(k).length; i++) {
        for (int j = 0; j < g.get(k)[i].length; j++) {
          to.get(k)[i][j] += g.get(k)[i][j];
        }
      }
    }
  }

  private void descend(List<double[][]> w, List<double[]> b, List<double[][]> g, double rate) {
    for (int l = 0; l < w.size(); l++) {
      for (int j = 0; j < b.get(l).length; j++) {
        b.get(l)[j] -= rate * g.get(2 * l + 1)[0][j];
        for (int i = 0; i < w.get(l).length; i++) {
          w.get(l)[i][j] -= rate * g.get(2 * l)[i][j];
        }
      }
    }
  }

  private static int largest(double[] z) {
    int best = 0;
    for (int c = 1; c < z.length; c++) {
      best = z[c] > z[best] ? c : best;
    }
    return best;
  }

  private double remembered(
      OnlineTask task, int[] order, int i, LabelSwaps swaps, List<double[][]> g, double rate) {
    List<double[][]> w = new ArrayList<>();
    List<double[]> b = new ArrayList<>();
    for (int l = 0; l < weights.size(); l++) {
      double[][] copy = weights.get(l).clone();
      for (int r = 0; r < copy.length; r++) {
        copy[r] = copy[r].clone();
      }
      w.add(copy);
      b.add(biases.get(l).clone());
    }
    descend(w, b, g, rate);
    int memory = regulator.times().memory();
    int right = 0;
    for (int k = i - memory; k < i; k++) {
      double[] image = task.train().images().values(order[k]);
      right +=
          largest(forward(w, b, image).getLast()) == swaps.now(task.train().label(order[k]))
              ? 1
              : 0;
    }
    memoryAccuracies.add(right / (double) memory);
    return right / (double) memory;
  }

  private List<double[][]> none() {
    List<double[][]> zero = new ArrayList<>();
    for (int l = 0; l < weights.size(); l++) {
      zero.add(new double[weights.get(l).length][biases.get(l).length]);
      zero.add(new double[1][biases.get(l).length]);
    }
    return zero;
  }

  void learn(OnlineTask task, Seeds seeds) {
    RandomStream shuffle = seeds.stream("order");
    RandomStream pairs = seeds.stream("swaps");
    LabelSwaps swaps = new LabelSwaps(biases.getLast().length);
    int[] order = task.samples().stream().mapToInt(i -> i).toArray();
    int m = task.batch();
    for (int epoch = 0; epoch < task.epochs(); epoch++) {
      shuffle.shuffle(order);
      List<double[][]> g = none();
      for (int i = 0; i < order.length; i++) {
        double[] image = task.train().images().values(order[i]);
        int label = swaps.now(task.train().label(order[i]));
        int guess = largest(forward(weights, biases, image).getLast());
        hits += guess == label ? 1 : 0;
        add(g, gradient(image, label));
        if (i > regulator.times().memory() && i % regulator.times().interval() == 0) {
          decide(task, order, i, swaps, scope(task, order, i, swaps, g), guess, label);
        }
        if ((i + 1) % m == 0) {
          descend(weights, biases, g, eta / m);
          g = none();
          rates.add(eta);
          if (task.shift().isDue(epoch, i + 1, order.length)) {
            swaps.swap(pairs);
          }
        }
      }
    }
  }

  private List<double[][]> scope(
      OnlineTask task, int[] order, int i, LabelSwaps swaps, List<double[][]> soFar) {
    if (regulator.scope() == GradientScope.SO_FAR) {
      return soFar;
    }
    List<double[][]> whole = none();
    int first = i - i % task.batch();
    for (int k = first; k < first + task.batch(); k++) {
      int label = swaps.now(task.train().label(order[k]));
      add(whole, gradient(task.train().images().values(order[k]), label));
    }
    return whole;
  }

  private void decide(
      OnlineTask task,
      int[] order,
      int i,
      LabelSwaps swaps,
      List<double[][]> g,
      int guess,
      int label) {
    int m = task.batch();
    double leave = remembered(task, order, i, swaps, g, eta / m);
    double take = remembered(task, order, i, swaps, g, regulator.moved(eta, guess) / m);
    if (take > leave) {
      eta = regulator.moved(eta, label);
      taken++;
    }
  }
}
