// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.train;

import engram.autodiff.array.Precision;
import engram.autodiff.array.Values;
import engram.error.DataCorruptException;
import engram.kernel.Doubles;
import engram.kernel.Floats;
import engram.state.Snapshot;
import java.util.ArrayList;
import java.util.List;

/// One parameter with its gradient and what the optimiser remembers of it.
final class Trained implements Moved {
  private final String name;
  private final Values weights;
  private final Values gradient;
  private final List<Values> memory = new ArrayList<>();
  private final float[][] floats;
  private final double[][] doubles;

  Trained(String name, Values weights, Values gradient, Optimiser optimiser) {
    this.name = name;
    this.weights = weights;
    this.gradient = gradient;
    int count = optimiser.memory().size();
    for (int i = 0; i < count; i++) {
      memory.add(Values.zeros(weights.precision(), weights.shape()));
    }
    boolean isFloat = isFloat();
    floats = isFloat ? memory.stream().map(Values::floats).toArray(float[][]::new) : new float[0][];
    doubles =
        isFloat ? new double[0][] : memory.stream().map(Values::doubles).toArray(double[][]::new);
  }

  private boolean isFloat() {
    return weights.precision() == Precision.FLOAT;
  }

  @Override
  public void update(Optimiser optimiser, double rate, long step) {
    if (isFloat()) {
      optimiser.update(rate, step, weights.floats(), gradient.floats(), floats);
    } else {
      optimiser.update(rate, step, weights.doubles(), gradient.doubles(), doubles);
    }
  }

  @Override
  public double squares() {
    return isFloat()
        ? Floats.dot(gradient.floats(), gradient.floats())
        : Doubles.dot(gradient.doubles(), gradient.doubles());
  }

  @Override
  public void scale(double by) {
    if (isFloat()) {
      float factor = (float) by;
      float[] g = gradient.floats();
      for (int i = 0; i < g.length; i++) {
        g[i] *= factor;
      }
    } else {
      double[] g = gradient.doubles();
      for (int i = 0; i < g.length; i++) {
        g[i] *= by;
      }
    }
  }

  @Override
  public void clamp(double most) {
    if (isFloat()) {
      float bound = (float) most;
      float[] g = gradient.floats();
      for (int i = 0; i < g.length; i++) {
        g[i] = Math.min(Math.max(g[i], -bound), bound);
      }
    } else {
      double[] g = gradient.doubles();
      for (int i = 0; i < g.length; i++) {
        g[i] = Math.min(Math.max(g[i], -most), most);
      }
    }
  }

  @Override
  public void save(Snapshot.Builder into, List<String> names) {
    int[] shape = weights.shape().extents();
    for (int i = 0; i < memory.size(); i++) {
      String key = names.get(i) + ":" + name;
      if (isFloat()) {
        into.floats(key, "1", floats[i], shape);
      } else {
        into.doubles(key, "1", doubles[i], shape);
      }
    }
  }

  @Override
  public List<Runnable> read(Snapshot from, List<String> names) {
    List<Runnable> writes = new ArrayList<>();
    for (int i = 0; i < memory.size(); i++) {
      String key = names.get(i) + ":" + name;
      Values into = memory.get(i);
      if (isFloat()) {
        float[] read = from.floats(key);
        requireLength(key, read.length);
        writes.add(() -> into.copyFrom(read));
      } else {
        double[] read = from.doubles(key);
        requireLength(key, read.length);
        writes.add(() -> into.copyFrom(read));
      }
    }
    return writes;
  }

  private void requireLength(String key, int length) {
    if (length != weights.shape().size()) {
      throw new DataCorruptException(
          "array %s of the optimiser must have %d values, had %d"
              .formatted(key, weights.shape().size(), length));
    }
  }
}
