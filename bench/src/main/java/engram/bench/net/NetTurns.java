// SPDX-License-Identifier: Apache-2.0
package engram.bench.net;

import engram.kernel.Kernels;
import engram.kernel.Workers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Our side of `peers/nets_torch.py`, with the same protocol, in a process of its own.
public final class NetTurns {
  /// Seconds of wall time at most for a second of processor time.
  private static final double PATIENCE = 10;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private NetTurns() {}

  /// Takes turns until the input ends.
  ///
  /// @param arguments net and number of threads
  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Workers workers = Workers.of(Integer.parseInt(arguments[1]))) {
      Net net = Net.of(arguments[0], workers);
      out.println("ready " + Kernels.name() + ", Java " + Runtime.version());
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        turn(net, Double.parseDouble(line), out);
      }
    }
  }

  private static void turn(Net net, double seconds, PrintStream out) throws IOException {
    List<Double> walls = new ArrayList<>();
    List<Double> processors = new ArrayList<>();
    float loss = 0;
    double due = THREADS.getCurrentThreadCpuTime() + 1e9 * seconds;
    double end = System.nanoTime() + PATIENCE * 1e9 * seconds;
    int repeats = 1;
    while (walls.isEmpty()
        || (THREADS.getCurrentThreadCpuTime() < due && System.nanoTime() < end)) {
      long processor = THREADS.getCurrentThreadCpuTime();
      long wall = System.nanoTime();
      for (int i = 0; i < repeats; i++) {
        loss = net.step();
      }
      double taken = (System.nanoTime() - wall) / 1e6;
      walls.add(taken / repeats);
      processors.add((THREADS.getCurrentThreadCpuTime() - processor) / 1e6 / repeats);
      repeats = Math.max(1, (int) Math.min(1000.0, repeats / taken));
    }
    Collections.sort(walls);
    Collections.sort(processors);
    int middle = walls.size() / 2;
    out.println(
        processors.get(middle)
            + (" " + walls.get(middle) + " " + walls.getFirst() + " " + peakMb() + " " + loss));
  }

  /// The greatest resident memory of this process so far, where the system tells it.
  private static double peakMb() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM:")) {
        return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
      }
    }
    return Double.NaN;
  }
}
