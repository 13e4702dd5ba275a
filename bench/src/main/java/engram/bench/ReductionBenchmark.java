// SPDX-License-Identifier: Apache-2.0
package engram.bench;

import engram.kernel.Doubles;
import engram.kernel.Floats;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Inner products of 4,096 elements: the kernel beside the loop that one would write.
@State(Scope.Benchmark)
public class ReductionBenchmark {
  private static final int N = 4096;
  private final float[] x = Numbers.floats(N);
  private final float[] y = Numbers.floats(N);
  private final double[] dx = Numbers.doubles(N);
  private final double[] dy = Numbers.doubles(N);

  /// The kernel, floats.
  @Benchmark
  public float floatDot() {
    return Floats.dot(x, y);
  }

  /// The plain loop, floats.
  @Benchmark
  public float floatDotPlain() {
    float s = 0;
    for (int i = 0; i < x.length; i++) {
      s += x[i] * y[i];
    }
    return s;
  }

  /// The kernel, doubles.
  @Benchmark
  public double doubleDot() {
    return Doubles.dot(dx, dy);
  }

  /// The plain loop, doubles.
  @Benchmark
  public double doubleDotPlain() {
    double s = 0;
    for (int i = 0; i < dx.length; i++) {
      s += dx[i] * dy[i];
    }
    return s;
  }
}
