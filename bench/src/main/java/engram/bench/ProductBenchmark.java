// SPDX-License-Identifier: Apache-2.0
package engram.bench;

import engram.kernel.Doubles;
import engram.kernel.Floats;
import engram.kernel.Transpose;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Products of square matrices of 512 rows: the kernel beside three loops in the order that reads
/// rows (i, p, j), which the compiler turns into vector code.
@State(Scope.Benchmark)
public class ProductBenchmark {
  private static final int N = 512;
  private final float[] a = Numbers.floats(N * N);
  private final float[] b = Numbers.floats(N * N);
  private final float[] c = new float[N * N];
  private final double[] dA = Numbers.doubles(N * N);
  private final double[] dB = Numbers.doubles(N * N);
  private final double[] dC = new double[N * N];

  /// The kernel, floats.
  @Benchmark
  public float[] floatGemm() {
    Floats.gemm(Transpose.NO, Transpose.NO, N, N, N, 1, a, 0, N, b, 0, N, 0, c, 0, N);
    return c;
  }

  /// Three loops, floats.
  @Benchmark
  public float[] floatGemmPlain() {
    for (int i = 0; i < N; i++) {
      Arrays.fill(c, i * N, (i + 1) * N, 0);
      for (int p = 0; p < N; p++) {
        float factor = a[i * N + p];
        for (int j = 0; j < N; j++) {
          c[i * N + j] += factor * b[p * N + j];
        }
      }
    }
    return c;
  }

  /// The kernel, doubles.
  @Benchmark
  public double[] doubleGemm() {
    Doubles.gemm(Transpose.NO, Transpose.NO, N, N, N, 1, dA, 0, N, dB, 0, N, 0, dC, 0, N);
    return dC;
  }

  /// Three loops, doubles.
  @Benchmark
  public double[] doubleGemmPlain() {
    for (int i = 0; i < N; i++) {
      Arrays.fill(dC, i * N, (i + 1) * N, 0);
      for (int p = 0; p < N; p++) {
        double factor = dA[i * N + p];
        for (int j = 0; j < N; j++) {
          dC[i * N + j] += factor * dB[p * N + j];
        }
      }
    }
    return dC;
  }
}
