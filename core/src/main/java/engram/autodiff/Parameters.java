// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import engram.autodiff.array.Precision;
import engram.autodiff.array.Shape;
import engram.autodiff.array.Values;
import engram.error.DataCorruptException;
import engram.random.RandomStream;
import engram.state.Snapshot;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Named arrays that graphs read and optimisers change in place, in the order in which they were
/// made. Those that are not trained, such as running means, stand beside the others as `fixed`.
///
/// Its state is a [Snapshot] with one array a name, so that a file of it is a plain state dict.
public final class Parameters {
  private static final String FORMAT = "parameters";
  private static final int VERSION = 1;

  private final Precision precision;
  private final Map<String, Values> values = new LinkedHashMap<>();
  private final Set<String> fixed = new LinkedHashSet<>();

  /// None yet.
  public Parameters(Precision precision) {
    this.precision = precision;
  }

  /// The precision of all of them.
  public Precision precision() {
    return precision;
  }

  /// Makes a parameter of zeros.
  ///
  /// @param name new
  public Values add(String name, int... shape) {
    Values zeros = Values.zeros(precision, Shape.of(shape));
    if (name.isEmpty() || values.putIfAbsent(name, zeros) != null) {
      throw new IllegalArgumentException("name of a parameter must be new, was '" + name + "'");
    }
    return zeros;
  }

  /// Makes an array of zeros that is part of the state and is not trained.
  public Values addFixed(String name, int... shape) {
    Values zeros = add(name, shape);
    fixed.add(name);
    return zeros;
  }

  /// Makes a parameter of independent normal draws.
  ///
  /// @param deviation their standard deviation, 0 or more
  public Values addNormal(String name, RandomStream stream, double deviation, int... shape) {
    if (!(deviation >= 0 && deviation < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("deviation must be 0 or more, was " + deviation);
    }
    Values made = add(name, shape);
    for (int i = 0; i < made.shape().size(); i++) {
      made.set(i, deviation * stream.nextGaussian());
    }
    return made;
  }

  /// Makes a parameter of independent draws, uniform between -bound and bound.
  public Values addUniform(String name, RandomStream stream, double bound, int... shape) {
    if (!(bound >= 0 && bound < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("bound must be 0 or more, was " + bound);
    }
    Values made = add(name, shape);
    for (int i = 0; i < made.shape().size(); i++) {
      made.set(i, bound * (2 * stream.nextDouble() - 1));
    }
    return made;
  }

  /// The numbers under a name.
  public Values values(String name) {
    Values there = values.get(name);
    if (there == null) {
      throw new IllegalArgumentException(
          "name must be one of %s, was '%s'".formatted(values.keySet(), name));
    }
    return there;
  }

  /// The names, in order.
  public Set<String> names() {
    return Collections.unmodifiableSet(values.keySet());
  }

  /// Whether optimisers change it.
  public boolean isTrained(String name) {
    values(name);
    return !fixed.contains(name);
  }

  /// How many numbers they hold in all.
  public long count() {
    long count = 0;
    for (Values each : values.values()) {
      count += each.shape().size();
    }
    return count;
  }

  /// All numbers, as they are now.
  public Snapshot snapshot() {
    Snapshot.Builder builder = Snapshot.named(FORMAT, VERSION);
    values.forEach((name, each) -> {
      int[] shape = each.shape().extents();
      if (precision == Precision.FLOAT) {
        builder.floats(name, "1", each.floats(), shape);
      } else {
        builder.doubles(name, "1", each.doubles(), shape);
      }
    });
    return builder.build();
  }

  /// Takes over all numbers of a snapshot, or of a file of somebody else's with the same names,
  /// shapes and precision; nothing is changed if one does not fit.
  ///
  /// @throws DataCorruptException if the snapshot is another net's: names what differs first
  public void restore(Snapshot snapshot) {
    if (!snapshot.format().isEmpty()) {
      snapshot.require(FORMAT, VERSION);
    }
    Map<String, Values> found = new LinkedHashMap<>();
    values.forEach((name, each) -> found.put(name, read(snapshot, name, each)));
    for (String name : snapshot.names()) {
      if (!values.containsKey(name)) {
        throw new DataCorruptException(
            "parameters must be those of this net, had '%s', which it has not; it has %s"
                .formatted(name, values.keySet()));
      }
    }
    found.forEach((name, read) -> values(name).copyFrom(read));
  }

  private Values read(Snapshot snapshot, String name, Values wanted) {
    if (!snapshot.names().contains(name)) {
      throw new DataCorruptException(
          "parameters must be those of this net, lacked '%s', had %s"
              .formatted(name, snapshot.names()));
    }
    int[] extents = snapshot.shape(name);
    Values read = Values.zeros(precision, wanted.shape());
    if (precision == Precision.FLOAT) {
      float[] numbers = snapshot.floats(name);
      requireShape(name, wanted.shape(), extents);
      read.copyFrom(numbers);
    } else {
      double[] numbers = snapshot.doubles(name);
      requireShape(name, wanted.shape(), extents);
      read.copyFrom(numbers);
    }
    return read;
  }

  private static void requireShape(String name, Shape wanted, int[] extents) {
    String had = Arrays.toString(extents).replace(" ", "");
    if (!had.equals(wanted.toString()) && !(wanted.rank() == 0 && had.equals("[1]"))) {
      throw new DataCorruptException(
          "parameter %s must have shape %s, had %s".formatted(name, wanted, had));
    }
  }

  @Override
  public String toString() {
    return "parameters " + values;
  }
}
