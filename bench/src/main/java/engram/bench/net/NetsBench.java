// SPDX-License-Identifier: Apache-2.0
package engram.bench.net;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Training steps of small nets by hand over the kernel, on `engram.autodiff`, and in PyTorch and
/// NumPy (`peers/nets_torch.py`), as a table in Markdown. Each is a process of its own; all take
/// turns one after the other, and the medians over the turns count. On one thread that is processor
/// time, which a busy machine disturbs least; on two it is wall time. Memory is the greatest of
/// each process.
public final class NetsBench {
  private static final List<String> NETS =
      List.of("tiny", "mlp-1", "mlp-128", "transformer", "convolution", "modular");

  /// A local rule, on one thread and without gradients.
  private static final String SOFT_HEBB = "softhebb";

  private static final int ROUNDS = 3;
  private static final double WARM_UP_SECONDS = 4;
  private static final double TURN_SECONDS = 0.3;

  private NetsBench() {}

  /// Measures and prints.
  ///
  /// @param arguments the number of threads and the nets, or none for all with one and with two
  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    if (arguments.length > 0) {
      table(List.of(arguments).subList(1, arguments.length), Integer.parseInt(arguments[0]), out);
      return;
    }
    List<String> one = new ArrayList<>(NETS);
    one.add(SOFT_HEBB);
    table(one, 1, out);
    table(NETS, 2, out);
  }

  private static void table(List<String> nets, int threads, PrintStream out) throws IOException {
    String time =
        threads == 1 ? "processor us a step, one thread" : "shortest us a step, two threads";
    out.printf("%n| net | by | %s | times ours by hand | peak MB |%n", time);
    out.println("| --- | --- | --- | --- | --- |");
    for (String net : nets) {
      race(net, threads, out);
    }
  }

  private static void race(String net, int threads, PrintStream out) throws IOException {
    List<NetPlayer> players = new ArrayList<>();
    try {
      players.add(NetPlayer.ours(net, threads));
      if (!net.equals(SOFT_HEBB)) {
        players.add(NetPlayer.ours(net + "-engine", threads));
      }
      NetPlayer.peer(net, threads).ifPresent(players::add);
      if (net.equals("modular")) {
        NetPlayer.peer(net + "-numpy", threads).ifPresent(players::add);
      }
      for (NetPlayer player : players) {
        player.turn(WARM_UP_SECONDS);
      }
      double[][] times = new double[players.size()][ROUNDS];
      double[] peaks = new double[players.size()];
      for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < players.size(); i++) {
          NetPlayer.Turn turn = players.get(i).turn(TURN_SECONDS);
          times[i][round] = threads == 1 ? turn.processor() : turn.shortest();
          peaks[i] = turn.peakMb();
        }
      }
      for (int i = 0; i < players.size(); i++) {
        Arrays.sort(times[i]);
        double ratio = times[i][ROUNDS / 2] / times[0][ROUNDS / 2];
        out.printf(
            Locale.ROOT,
            "| %s | %s | %.2f | %.2f | %.0f |%n",
            net,
            players.get(i).name(),
            1e3 * times[i][ROUNDS / 2],
            ratio,
            peaks[i]);
      }
    } finally {
      for (NetPlayer player : players) {
        player.close();
      }
    }
  }
}
