// SPDX-License-Identifier: Apache-2.0
package engram.bench;

import engram.kernel.Floats;
import engram.kernel.Transpose;
import engram.kernel.Workers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// NumPy's product of float matrices in a process of its own (`peers/sgemm_numpy.py`), and the race
/// against it: both take short turns one after the other, so that what else the machine does falls
/// on both, and the median of the ratios of neighbouring turns counts.
final class NumpyPeer implements AutoCloseable {
  private static final int ROUNDS = 15;
  private static final double TURN_SECONDS = 0.25;

  private final Process process;
  private final PrintWriter to;
  private final BufferedReader from;
  private final String version;

  /// What a race showed: the best speed of each in GFLOP/s, and the median of the kernel's speed
  /// over NumPy's.
  record Race(int size, int threads, double kernel, double numpy, double ratio) {}

  private NumpyPeer(Process process, PrintWriter to, BufferedReader from, String version) {
    this.process = process;
    this.to = to;
    this.from = from;
    this.version = version;
  }

  /// The peer with that many threads, if this machine has Python with NumPy.
  static Optional<NumpyPeer> start(Path script, int threads) throws IOException {
    String python = System.getenv().getOrDefault("ENGRAM_PYTHON", "python3");
    ProcessBuilder builder = new ProcessBuilder(python, script.toString());
    builder.environment().put("OPENBLAS_NUM_THREADS", Integer.toString(threads));
    builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
    builder.environment().put("MKL_NUM_THREADS", Integer.toString(threads));
    builder.environment().remove("OPENBLAS_CORETYPE");
    builder.environment().remove("OPENBLAS_L2_SIZE");
    Process process;
    try {
      process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      return Optional.empty(); // no Python: the table says so
    }
    BufferedReader from = process.inputReader(StandardCharsets.UTF_8);
    String ready = from.readLine();
    if (ready == null) {
      return Optional.empty();
    }
    PrintWriter to = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    return Optional.of(new NumpyPeer(process, to, from, ready.replace("ready ", "NumPy ")));
  }

  String version() {
    return version;
  }

  Race race(int size, int threads) throws IOException {
    float[] a = Numbers.floats(size * size);
    float[] b = Numbers.floats(size * size);
    float[] c = new float[size * size];
    double[] ratios = new double[ROUNDS];
    double kernelBest = Double.POSITIVE_INFINITY;
    double numpyBest = Double.POSITIVE_INFINITY;
    try (Workers workers = Workers.of(threads)) {
      own(a, b, c, size, workers, 2);
      numpy(size);
      for (int i = 0; i < ROUNDS; i++) {
        double kernel = own(a, b, c, size, workers, TURN_SECONDS);
        double peer = numpy(size);
        kernelBest = Math.min(kernelBest, kernel);
        numpyBest = Math.min(numpyBest, peer);
        ratios[i] = peer / kernel;
      }
    }
    Arrays.sort(ratios);
    double work = 2.0 * size * size * size / 1e9;
    return new Race(size, threads, work / kernelBest, work / numpyBest, ratios[ROUNDS / 2]);
  }

  private double numpy(int size) throws IOException {
    to.println(size + " " + TURN_SECONDS);
    String line = from.readLine();
    if (line == null) {
      throw new IOException("NumPy ended before its turn");
    }
    return Double.parseDouble(line);
  }

  private static double own(
      float[] a, float[] b, float[] c, int n, Workers workers, double seconds) {
    long shortest = Long.MAX_VALUE;
    long end = System.nanoTime() + (long) (seconds * 1e9);
    while (System.nanoTime() < end) {
      long start = System.nanoTime();
      Floats.gemm(Transpose.NO, Transpose.NO, n, n, n, 1, a, 0, n, b, 0, n, 0, c, 0, n, workers);
      shortest = Math.min(shortest, System.nanoTime() - start);
    }
    return shortest / 1e9;
  }

  @Override
  public void close() {
    to.close();
    process.destroy();
  }
}
