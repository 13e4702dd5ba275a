// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import com.sun.management.ThreadMXBean;
import engram.kernel.DoubleRows;
import engram.kernel.Doubles;
import engram.kernel.FloatRows;
import engram.kernel.Floats;
import engram.kernel.Kernels;
import engram.kernel.Patches;
import engram.kernel.Transpose;
import engram.kernel.Workers;
import engram.random.Seeds;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/// A program: warms up every operation of the facades and prints a line for each that still
/// allocates, with its bytes a call. Argument: rounds of the warm-up.
public final class KernelAllocation {
  private static final int CALLS = 100;
  private static final int[] COUNTS = {5, 37, 1500};
  private static final int[][] SIZES = {
    {1, 1, 1}, {3, 5, 7}, {9, 33, 17}, {13, 70, 40}, {61, 83, 90}, {130, 131, 140}
  };
  private static final int ROOM = 60_000;

  private final Map<String, Runnable> operations = new LinkedHashMap<>();
  private final double[] x = new double[ROOM];
  private final double[] y = new double[ROOM];
  private final double[] z = new double[ROOM];
  private final float[] fx = new float[ROOM];
  private final float[] fy = new float[ROOM];
  private final float[] fz = new float[ROOM];
  private double sink;

  private KernelAllocation() {
    Seeds.of(1).stream("x").fillGaussian(x, 1);
    Seeds.of(1).stream("y").fillGaussian(y, 1);
    for (int i = 0; i < ROOM; i++) {
      fx[i] = (float) x[i];
      fy[i] = (float) y[i];
    }
    for (int n : COUNTS) {
      reductions(n);
      elementary(n);
      rows(n);
    }
    patches(new Patches(3, 9, 7, 3, 2, 1));
    for (int[] s : SIZES) {
      for (Transpose ta : Transpose.values()) {
        for (Transpose tb : Transpose.values()) {
          products(ta, tb, s[0], s[1], s[2]);
        }
      }
    }
  }

  /// Prints the name of the form that runs and what allocates.
  ///
  /// @param arguments rounds
  public static void main(String[] arguments) {
    KernelAllocation all = new KernelAllocation();
    System.out.println(Kernels.name());
    for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
      all.operations.values().forEach(KernelAllocation::bytes);
    }
    all.operations.forEach((name, operation) -> {
      long bytes = bytes(operation);
      if (bytes > 0) {
        System.out.println(name + ": " + bytes);
      }
    });
    if (Double.isNaN(all.sink)) {
      throw new IllegalStateException("sums must be numbers, were NaN");
    }
  }

  /// What a call allocates, rounded up.
  private static long bytes(Runnable operation) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < CALLS; i++) {
      operation.run();
    }
    return (threads.getCurrentThreadAllocatedBytes() - before + CALLS - 1) / CALLS;
  }

  private void reductions(int n) {
    operations.put("double dot " + n, () -> sink += Doubles.dot(x, 1, y, 2, n));
    operations.put("float dot " + n, () -> sink += Floats.dot(fx, 1, fy, 2, n));
    operations.put("double sum " + n, () -> sink += Doubles.sum(x, 1, n));
    operations.put("float sum " + n, () -> sink += Floats.sum(fx, 1, n));
    operations.put("double axpy " + n, () -> Doubles.axpy(0.5, x, 1, z, 2, n));
    operations.put("float axpy " + n, () -> Floats.axpy(0.5f, fx, 1, fz, 2, n));
    operations.put("double positive " + n, () -> Doubles.wherePositive(x, 1, y, 2, z, 3, n));
    operations.put("float positive " + n, () -> Floats.wherePositive(fx, 1, fy, 2, fz, 3, n));
    operations.put("double equal " + n, () -> Doubles.whereEqual(x, 1, x, 1, y, 2, z, 3, n));
    operations.put("float equal " + n, () -> Floats.whereEqual(fx, 1, fx, 1, fy, 2, fz, 3, n));
  }

  private void elementary(int n) {
    operations.put("double exp " + n, () -> Doubles.exp(x, 1, z, 2, n));
    operations.put("float exp " + n, () -> Floats.exp(fx, 1, fz, 2, n));
    operations.put("double log " + n, () -> Doubles.log(x, 1, z, 2, n));
    operations.put("float log " + n, () -> Floats.log(fx, 1, fz, 2, n));
    operations.put("double tanh " + n, () -> Doubles.tanh(x, 1, z, 2, n));
    operations.put("float tanh " + n, () -> Floats.tanh(fx, 1, fz, 2, n));
    operations.put("double sigmoid " + n, () -> Doubles.sigmoid(x, 1, z, 2, n));
    operations.put("float sigmoid " + n, () -> Floats.sigmoid(fx, 1, fz, 2, n));
    operations.put("double sin " + n, () -> Doubles.sin(x, 1, z, 2, n));
    operations.put("float sin " + n, () -> Floats.sin(fx, 1, fz, 2, n));
    operations.put("double cos " + n, () -> Doubles.cos(x, 1, z, 2, n));
    operations.put("float cos " + n, () -> Floats.cos(fx, 1, fz, 2, n));
  }

  private void rows(int n) {
    int r = 3 * n;
    operations.put("double softmax " + n, () -> DoubleRows.softmax(3, n, x, 0, z, 0));
    operations.put("float softmax " + n, () -> FloatRows.softmax(3, n, fx, 0, fz, 0));
    operations.put(
        "double softmax back " + n, () -> DoubleRows.softmaxBackward(3, n, x, 0, y, 0, z, 0));
    operations.put(
        "float softmax back " + n, () -> FloatRows.softmaxBackward(3, n, fx, 0, fy, 0, fz, 0));
    operations.put("double log-sum " + n, () -> DoubleRows.logSumExp(3, n, x, 0, z, 0));
    operations.put("float log-sum " + n, () -> FloatRows.logSumExp(3, n, fx, 0, fz, 0));
    operations.put(
        "double normalize " + n, () -> DoubleRows.normalize(3, n, 0.1, x, 0, z, 0, z, r));
    operations.put(
        "float normalize " + n, () -> FloatRows.normalize(3, n, 0.1f, fx, 0, fz, 0, fz, r));
    operations.put(
        "double normalize back " + n,
        () -> DoubleRows.normalizeBackward(3, n, x, 0, y, 0, y, 0, z, 0));
    operations.put(
        "float normalize back " + n,
        () -> FloatRows.normalizeBackward(3, n, fx, 0, fy, 0, fy, 0, fz, 0));
    operations.put("double columns " + n, () -> DoubleRows.addColumnSums(3, n, x, 0, z, 0));
    operations.put("float columns " + n, () -> FloatRows.addColumnSums(3, n, fx, 0, fz, 0));
  }

  private void patches(Patches p) {
    operations.put("double unfold", () -> p.unfold(2, x, 1, z, 2));
    operations.put("float unfold", () -> p.unfold(2, fx, 1, fz, 2));
    operations.put("double fold", () -> p.foldAdd(2, x, 1, z, 2));
    operations.put("float fold", () -> p.foldAdd(2, fx, 1, fz, 2));
  }

  private void products(Transpose ta, Transpose tb, int m, int n, int k) {
    String name = " %s %s %d %d %d".formatted(ta, tb, m, n, k);
    int a = ta == Transpose.NO ? k : m;
    int b = tb == Transpose.NO ? n : k;
    operations.put(
        "double gemm" + name,
        () -> Doubles.gemm(ta, tb, m, n, k, 1, x, 0, a, y, 0, b, 0.5, z, 0, n));
    operations.put(
        "float gemm" + name,
        () -> Floats.gemm(ta, tb, m, n, k, 1, fx, 0, a, fy, 0, b, 0.5f, fz, 0, n));
    Workers one = Workers.one();
    operations.put(
        "double prepared" + name,
        Doubles.preparedGemm(ta, tb, m, n, k, 1, x, 0, a, y, 0, b, 0.5, z, 0, n, one));
    operations.put(
        "float prepared" + name,
        Floats.preparedGemm(ta, tb, m, n, k, 1, fx, 0, a, fy, 0, b, 0.5f, fz, 0, n, one));
    operations.put("double gemv" + name, () -> Doubles.gemv(ta, m, k, 1, x, 0, k, y, 0, 1, z, 0));
    operations.put("float gemv" + name, () -> Floats.gemv(ta, m, k, 1, fx, 0, k, fy, 0, 1, fz, 0));
  }
}
