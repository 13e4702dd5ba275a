// SPDX-License-Identifier: Apache-2.0
package engram.bench;

import engram.credit.curl.CovarianceTask;
import engram.credit.curl.CurlDescent;
import engram.credit.curl.CurlLearner;
import engram.credit.curl.ExampleTask;
import engram.credit.curl.NetShape;
import engram.credit.curl.Nonlinearity;
import engram.credit.curl.SignMask;
import engram.credit.curl.Task;
import engram.credit.curl.TeacherStudent;
import engram.credit.curl.TwoLayerNet;
import engram.kernel.Kernels;
import engram.random.Seeds;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Full-batch steps of curl descent by this library and by NumPy (`peers/curl_numpy.py`), one
/// thread each, as a table in Markdown: a linear net in its covariance form, and a tanh net over
/// 2,000 examples. Both take short turns one after the other; counted are the best turn, in steps a
/// second of processor time, and the median of the ratios of neighbouring turns.
public final class CurlBench {
  private static final int ROUNDS = 9;
  private static final double WARM_UP_SECONDS = 2;
  private static final double TURN_SECONDS = 0.4;

  /// What is learned.
  private record Case(String form, int inputs, int hidden, int examples, CurlLearner learner) {
    static Case of(String form, NetShape shape, int count) {
      Seeds seeds = Seeds.of(1);
      TeacherStudent world = TeacherStudent.of(shape);
      TwoLayerNet teacher = world.teacher(seeds);
      ExampleTask examples = world.examples(teacher, count, seeds.stream("examples"));
      Task task = form.equals("covariance") ? CovarianceTask.of(teacher, examples) : examples;
      CurlLearner learner =
          CurlDescent.of(CurlDescent.PAPER_ETA)
              .learner(world.student(seeds), task, SignMask.flipped(shape, 0, 1), seeds);
      return new Case(form, shape.inputs(), shape.hidden(), count, learner);
    }

    /// Steps a second of processor time, over so many seconds.
    double turn(double seconds) {
      long end = System.nanoTime() + (long) (seconds * 1e9);
      long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      int before = learner.steps();
      while (System.nanoTime() < end) {
        learner.step();
      }
      long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor;
      return (learner.steps() - before) * 1e9 / used;
    }

    String words() {
      return form + " " + inputs + " " + hidden + " " + examples + " " + TURN_SECONDS;
    }
  }

  private CurlBench() {}

  /// Measures and prints.
  ///
  /// @param arguments none are read
  public static void main(String[] arguments) throws IOException {
    List<Case> cases =
        List.of(
            Case.of("covariance", NetShape.linear(50, 169), 250),
            Case.of("examples", new NetShape(100, 10, 1, Nonlinearity.TANH), 2000));
    PrintStream out = System.out;
    String python = System.getenv().getOrDefault("ENGRAM_PYTHON", "python3");
    ProcessBuilder builder = new ProcessBuilder(python, "peers/curl_numpy.py");
    builder.environment().put("OPENBLAS_NUM_THREADS", "1");
    Process peer = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader from = peer.inputReader(StandardCharsets.UTF_8);
        PrintWriter to = new PrintWriter(peer.outputWriter(StandardCharsets.UTF_8), true)) {
      String ready = from.readLine();
      String version = ready == null ? "NumPy is not on this machine" : ready.substring(6);
      out.printf("kernel %s, Java %s, %s%n%n", Kernels.name(), Runtime.version(), version);
      out.println("| step | ours, steps/s | NumPy, steps/s | ratio |\n| --- | --- | --- | --- |");
      for (Case one : cases) {
        out.println(ready == null ? alone(one) : race(one, from, to));
      }
    } finally {
      peer.destroy();
    }
  }

  private static String alone(Case one) {
    one.turn(WARM_UP_SECONDS);
    return row(one, one.turn(TURN_SECONDS), Double.NaN, Double.NaN);
  }

  private static String race(Case one, BufferedReader from, PrintWriter to) throws IOException {
    one.turn(WARM_UP_SECONDS);
    double best = 0;
    double bestPeer = 0;
    double[] ratios = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      double own = one.turn(TURN_SECONDS);
      to.println(one.words());
      String line = from.readLine();
      if (line == null) {
        throw new IOException("NumPy ended before its turn");
      }
      double peer = Double.parseDouble(line);
      best = Math.max(best, own);
      bestPeer = Math.max(bestPeer, peer);
      ratios[round] = own / peer;
    }
    Arrays.sort(ratios);
    return row(one, best, bestPeer, ratios[ROUNDS / 2]);
  }

  private static String row(Case one, double own, double peer, double ratio) {
    String name = "%s, %d-%d-1".formatted(one.form, one.inputs, one.hidden);
    return String.format(Locale.ROOT, "| %s | %.0f | %.0f | %.2f |", name, own, peer, ratio);
  }
}
