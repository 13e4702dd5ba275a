// SPDX-License-Identifier: Apache-2.0
package engram.bench;

import engram.kernel.Doubles;
import engram.kernel.Floats;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Elementary functions over 4,096 elements: the kernel beside a loop over [Math].
@State(Scope.Benchmark)
public class ElementaryBenchmark {
  private static final int N = 4096;
  private final double[] x = Numbers.positive(N);
  private final double[] y = new double[N];
  private final float[] fx = Numbers.floats(N);
  private final float[] fy = new float[N];

  /// The kernel.
  @Benchmark
  public double[] exp() {
    Doubles.exp(x, 0, y, 0, N);
    return y;
  }

  /// The loop over Math.
  @Benchmark
  public double[] expPlain() {
    for (int i = 0; i < N; i++) {
      y[i] = Math.exp(x[i]);
    }
    return y;
  }

  /// The kernel.
  @Benchmark
  public double[] log() {
    Doubles.log(x, 0, y, 0, N);
    return y;
  }

  /// The loop over Math.
  @Benchmark
  public double[] logPlain() {
    for (int i = 0; i < N; i++) {
      y[i] = Math.log(x[i]);
    }
    return y;
  }

  /// The kernel.
  @Benchmark
  public double[] tanh() {
    Doubles.tanh(x, 0, y, 0, N);
    return y;
  }

  /// The loop over Math.
  @Benchmark
  public double[] tanhPlain() {
    for (int i = 0; i < N; i++) {
      y[i] = Math.tanh(x[i]);
    }
    return y;
  }

  /// The kernel.
  @Benchmark
  public double[] sin() {
    Doubles.sin(x, 0, y, 0, N);
    return y;
  }

  /// The loop over Math.
  @Benchmark
  public double[] sinPlain() {
    for (int i = 0; i < N; i++) {
      y[i] = Math.sin(x[i]);
    }
    return y;
  }

  /// The kernel, floats.
  @Benchmark
  public float[] floatTanh() {
    Floats.tanh(fx, 0, fy, 0, N);
    return fy;
  }

  /// The loop over Math, floats.
  @Benchmark
  public float[] floatTanhPlain() {
    for (int i = 0; i < N; i++) {
      fy[i] = (float) Math.tanh(fx[i]);
    }
    return fy;
  }
}
