// SPDX-License-Identifier: Apache-2.0
package engram.bench.htm;

import engram.sequence.encode.ActiveBits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Another implementation in a process of its own; `peers/htm_java.sh` describes what it says.
final class HtmPeer implements HtmEngine, AutoCloseable {
  private final Process process;
  private final PrintWriter to;
  private final BufferedReader from;
  private final String name;

  private HtmPeer(Process process, PrintWriter to, BufferedReader from, String name) {
    this.process = process;
    this.to = to;
    this.from = from;
    this.name = name;
  }

  /// The peer, having read the codes, if this machine can have it.
  static Optional<HtmPeer> start(String script, List<ActiveBits> codes) throws IOException {
    Process process =
        new ProcessBuilder(script).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader from = process.inputReader(StandardCharsets.US_ASCII);
    PrintWriter to = new PrintWriter(process.outputWriter(StandardCharsets.US_ASCII));
    String ready = from.readLine();
    if (ready == null) {
      process.destroy();
      return Optional.empty();
    }
    to.println(codes.getFirst().population() + " " + codes.size());
    codes.forEach(code -> to.println(words(code)));
    return Optional.of(new HtmPeer(process, to, from, ready.replace("ready ", "")));
  }

  private static String words(ActiveBits code) {
    return IntStream.range(0, code.size())
        .mapToObj(i -> Integer.toString(code.get(i)))
        .collect(Collectors.joining(" "));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Turn turn(int records) throws IOException {
    double[] numbers = ask(Integer.toString(records));
    return new Turn(numbers[0], numbers[1], numbers[2]);
  }

  @Override
  public Size size() throws IOException {
    double[] numbers = ask("size");
    return new Size((long) numbers[0], (long) numbers[1]);
  }

  private double[] ask(String question) throws IOException {
    to.println(question);
    to.flush();
    String line = from.readLine();
    if (line == null) {
      throw new IOException(name + " ended before its turn");
    }
    return Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  /// Its input ends, so it ends too and takes its temporary folder with it.
  @Override
  public void close() {
    to.close();
    try {
      process.waitFor();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
