// SPDX-License-Identifier: Apache-2.0
package engram.memory.plastic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.autodiff.Graph;
import engram.autodiff.Node;
import engram.autodiff.Program;
import engram.autodiff.array.Precision;
import engram.autodiff.array.Values;
import engram.autodiff.train.Adam;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@FromPaper(value = "hebbian-rules", at = "spec 18")
final class PlasticNetTest {
  /// A small task with a small gain, so that nothing saturates.
  private static final Completion TINY =
      new Completion(4, 2, new Completion.Schedule(1, 2, 1), 0.5, 0.8);

  private static PlasticNet tiny(Trace trace) {
    PlasticNet net = new PlasticNet(4, trace, 0.3, true, Precision.DOUBLE, Seeds.of(191));
    RandomStream stream = Seeds.of(192).stream("weights");
    for (String name : List.of("w", "alpha")) {
      for (int k = 0; k < 16; k++) {
        net.parameters().values(name).set(k, 0.5 * stream.nextGaussian());
      }
    }
    return net;
  }

  /// The episode written out, in plain loops.
  private static double loss(PlasticNet net, Trace trace, Completion.Episode episode) {
    int n = 4;
    double[] w = net.parameters().values("w").toDoubles();
    double[] alpha = net.parameters().values("alpha").toDoubles();
    double eta = net.parameters().values("eta").get(0);
    double[] h = new double[n * n];
    double[] y = new double[n];
    for (int t = 0; t < TINY.steps(); t++) {
      double[] next = new double[n];
      for (int j = 0; j < n; j++) {
        double u = episode.inputs()[t * n + j];
        for (int i = 0; i < n; i++) {
          u += (w[i * n + j] + alpha[i * n + j] * h[i * n + j]) * y[i];
        }
        next[j] = Math.tanh(u);
      }
      double signal = 0;
      for (int j = 0; j < n && trace == Trace.MODULATED; j++) {
        signal += net.parameters().values("m").get(j) * next[j];
      }
      for (int k = 0; k < n * n && t > 0; k++) {
        double pre = y[k / n];
        double post = next[k % n];
        h[k] =
            switch (trace) {
              case HEBB -> (1 - eta) * h[k] + eta * pre * post;
              case OJA -> h[k] + eta * post * (pre - post * h[k]);
              case MODULATED -> Math.clamp(h[k] + eta * Math.tanh(signal) * pre * post, -1, 1);
            };
      }
      y = next;
    }
    double loss = 0;
    for (int j = 0; j < n; j++) {
      loss += (y[j] - episode.target()[j]) * (y[j] - episode.target()[j]);
    }
    return loss;
  }

  /// Loss and gradients through an episode against plain loops and their central differences.
  @Test
  void gradientsGoThroughTheEpisode() {
    Completion.Episode episode = TINY.draw(Seeds.of(193).stream("episode"));
    for (Trace trace : Trace.values()) {
      PlasticNet net = tiny(trace);
      Graph graph = Graph.over(net.parameters());
      Node inputs = graph.input("inputs", TINY.steps(), 4);
      Node target = graph.input("target", 1, 4);
      Node loss = net.last(inputs).minus(target).square().sum();
      List<String> names = List.copyOf(net.parameters().names());
      List<Node> wanted = new ArrayList<>(List.of(loss));
      wanted.addAll(loss.gradients(names.stream().map(graph::parameter).toList()));
      Program program = Program.of(wanted.toArray(Node[]::new));
      program.values(inputs).round(episode.inputs());
      program.values(target).round(episode.target());
      program.run();
      assertEquals(loss(net, trace, episode), program.number(loss), 1e-12);
      for (int p = 0; p < names.size(); p++) {
        Values values = net.parameters().values(names.get(p));
        double[] gradient = program.values(wanted.get(p + 1)).toDoubles();
        double size = 0;
        for (int k = 0; k < values.length(); k++) {
          double before = values.get(k);
          values.set(k, before + 1e-5);
          double up = loss(net, trace, episode);
          values.set(k, before - 1e-5);
          double down = loss(net, trace, episode);
          values.set(k, before);
          assertEquals((up - down) / 2e-5, gradient[k], 1e-8, trace + " " + names.get(p));
          size += Math.abs(gradient[k]);
        }
        assertTrue(size > 1e-6, trace + " " + names.get(p) + " has a part");
      }
    }
  }

  @Test
  void episodesShowAndHideWhatTheySay() {
    Completion task = Completion.of(10, 3);
    Completion.Episode episode = task.draw(Seeds.of(194).stream("episode"));
    assertEquals(2 * 3 * 10 + 6, task.steps());
    int missing = 0;
    for (int j = 0; j < 10; j++) {
      double shown = episode.inputs()[(task.steps() - 1) * 10 + j];
      missing += shown == 0 ? 1 : 0;
      assertTrue(shown == 0 || shown == 20 * episode.target()[j]);
      assertEquals(0, episode.inputs()[6 * 10 + j], "a rest");
      assertEquals(20, Math.abs(episode.inputs()[5 * 10 + j]));
    }
    assertEquals(5, missing);
  }

  /// A plastic net learns to complete; one without plasticity stays at chance, half of the missing
  /// bits. The package says what a hundred neurons reach.
  @Test
  void plasticNetCompletesAndAPlainOneDoesNot() {
    double plastic = lateError(true);
    double plain = lateError(false);
    assertTrue(plastic < 0.12, "plastic: " + plastic);
    assertEquals(0.25, plain, 0.05, "plain");
  }

  private static double lateError(boolean plastic) {
    Completion task = new Completion(40, 2, new Completion.Schedule(1, 6, 2), 0.5, 20);
    PlasticNet net = new PlasticNet(40, Trace.HEBB, 0.01, plastic, Precision.FLOAT, Seeds.of(195));
    PlasticTraining training = new PlasticTraining(net, task, new Adam(0.01));
    RandomStream stream = Seeds.of(195).stream("episodes");
    double late = 0;
    for (int t = 0; t < 100; t++) {
      double wrong = training.step(task.draw(stream));
      late += t >= 50 ? wrong / 50 : 0;
    }
    return late;
  }

  @Test
  void refusals() {
    refused("eta must be in (0, 1), was 0.0", () -> net(4, 0));
    refused("neurons must be at least 2, was 1", () -> net(1, 0.1));
    refused("missingShare must be in [0, 1), was 1.0", () -> of(1, 20));
    refused("gain must be finite and above 0, was 0.0", () -> of(0.5, 0));
    refused(
        "neurons of net and task must be equal, was 5 and 4",
        () -> new PlasticTraining(net(5, 0.1), TINY, new Adam(0.1)));
  }

  private static PlasticNet net(int neurons, double eta) {
    return new PlasticNet(neurons, Trace.HEBB, eta, true, Precision.FLOAT, Seeds.of(1));
  }

  private static Completion of(double missing, double gain) {
    return new Completion(4, 1, new Completion.Schedule(1, 1, 0), missing, gain);
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
