// SPDX-License-Identifier: Apache-2.0
package engram.state;

import engram.error.DataCorruptException;
import engram.error.RunFolderException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Named typed arrays with shapes and units: the whole state of something between two steps, as
/// values. Immutable: arrays are copied on the way in and out.
///
/// ```java
/// Snapshot s = Snapshot.named("dendritic-neuron", 1)
///     .longs("draws", "1", stream.position())
///     .floats("permanence", "1", permanences, segments, synapses)
///     .build();
/// float[] back = s.require("dendritic-neuron", 1).floats("permanence");
/// ```
///
/// An array without a given shape is a vector; a shape's product is the array's length. Bytes are
/// unsigned (`U8`). Two snapshots are equal if format, version, notes, names, shapes, units and all
/// bits are.
public final class Snapshot {
  /// An array with what is known about it; the array belongs to the snapshot.
  @SuppressWarnings("ArrayRecordComponent") // never leaves the package; compared by same()
  record Tensor(Dtype dtype, int[] shape, String unit, Object array) {
    int length() {
      return product(shape);
    }
  }

  /// Before the name of a part, the key of the note that holds its format and version.
  private static final String PART = "part:";

  private final String format;
  private final int version;
  private final Map<String, Tensor> tensors;
  private final Map<String, String> notes;

  Snapshot(String format, int version, Map<String, Tensor> tensors, Map<String, String> notes) {
    this.format = format;
    this.version = version;
    this.tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    this.notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
  }

  /// Begins a snapshot.
  ///
  /// @param format the name of what it is a state of; empty for tensors of unknown origin
  /// @param version the version of that format, from 1
  public static Builder named(String format, int version) {
    return new Builder(format, version);
  }

  /// The name of what this is a state of; empty if a file does not say.
  public String format() {
    return format;
  }

  /// The version of the format.
  public int version() {
    return version;
  }

  /// The arrays' names, in the order in which they were put in.
  public Set<String> names() {
    return tensors.keySet();
  }

  /// Texts beside the arrays.
  public Map<String, String> notes() {
    return notes;
  }

  /// This snapshot, if it has that format and version.
  ///
  /// @throws DataCorruptException if the format is another one or the version is older
  /// @throws RunFolderException if the version is newer
  public Snapshot require(String wantedFormat, int wantedVersion) {
    if (!format.equals(wantedFormat) || version < wantedVersion) {
      throw new DataCorruptException(
          "snapshot must be of " + wantedFormat + "/" + wantedVersion + ", was " + label());
    }
    if (version > wantedVersion) {
      throw new RunFolderException(
          "snapshot "
              + label()
              + " is of a newer version than "
              + wantedVersion
              + ": a newer Engram reads it");
    }
    return this;
  }

  /// A copy of the doubles under a name.
  ///
  /// @throws DataCorruptException if there is no such array, here as in the methods below
  public double[] doubles(String name) {
    return ((double[]) find(name, Dtype.F64).array).clone();
  }

  /// A copy of the floats under a name.
  public float[] floats(String name) {
    return ((float[]) find(name, Dtype.F32).array).clone();
  }

  /// A copy of the longs under a name.
  public long[] longs(String name) {
    return ((long[]) find(name, Dtype.I64).array).clone();
  }

  /// A copy of the ints under a name.
  public int[] ints(String name) {
    return ((int[]) find(name, Dtype.I32).array).clone();
  }

  /// A copy of the bytes, 0 to 255 each, under a name.
  public byte[] bytes(String name) {
    return ((byte[]) find(name, Dtype.U8).array).clone();
  }

  /// A copy of the booleans under a name.
  public boolean[] booleans(String name) {
    return ((boolean[]) find(name, Dtype.BOOL).array).clone();
  }

  /// The only element of an array of one long.
  public long number(String name) {
    long[] values = (long[]) find(name, Dtype.I64).array;
    if (values.length != 1) {
      throw new DataCorruptException(
          "array " + name + " of snapshot " + label() + " must have 1 value, was " + values.length);
    }
    return values[0];
  }

  /// The shape of an array; empty for a scalar.
  public int[] shape(String name) {
    return tensor(name).shape.clone();
  }

  /// The unit of an array's values; `1` for pure numbers.
  public String unit(String name) {
    return tensor(name).unit;
  }

  /// The same with one more note, or with another text in a note.
  public Snapshot withNote(String key, String text) {
    Map<String, String> more = new LinkedHashMap<>(notes);
    more.put(requireText("note", key), requireText("note " + key, text));
    return new Snapshot(format, version, tensors, more);
  }

  /// The same without the notes whose keys begin so.
  public Snapshot withoutNotes(String prefix) {
    Map<String, String> fewer = new LinkedHashMap<>(notes);
    fewer.keySet().removeIf(key -> key.startsWith(prefix));
    return new Snapshot(format, version, tensors, fewer);
  }

  /// The snapshot that was put in under a name with [Builder#part].
  ///
  /// @throws DataCorruptException if there is none
  public Snapshot part(String name) {
    String label = notes.get(PART + name);
    int slash = label == null ? -1 : label.lastIndexOf('/');
    if (label == null || slash < 0 || !label.substring(slash + 1).matches("[1-9][0-9]{0,8}")) {
      throw new DataCorruptException(
          "snapshot " + label() + " must hold a part " + name + ", has " + names());
    }
    return new Snapshot(
        label.substring(0, slash),
        Integer.parseInt(label.substring(slash + 1)),
        below(name + "/", tensors),
        below(name + "/", notes));
  }

  /// What stands under keys that begin so, without the beginning.
  private static <T> Map<String, T> below(String prefix, Map<String, T> all) {
    Map<String, T> below = new LinkedHashMap<>();
    all.forEach((key, value) -> {
      if (key.startsWith(prefix)) {
        below.put(key.substring(prefix.length()), value);
      }
    });
    return below;
  }

  Tensor tensor(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new DataCorruptException(
          "snapshot " + label() + " must hold an array " + name + ", has " + tensors.keySet());
    }
    return tensor;
  }

  private Tensor find(String name, Dtype dtype) {
    Tensor tensor = tensor(name);
    if (tensor.dtype != dtype) {
      throw new DataCorruptException(
          "array "
              + name
              + " of snapshot "
              + label()
              + " must hold "
              + dtype.words
              + ", holds "
              + tensor.dtype.words);
    }
    return tensor;
  }

  private String label() {
    return format.isEmpty() ? "without a format" : format + "/" + version;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Snapshot that
        && format.equals(that.format)
        && version == that.version
        && notes.equals(that.notes)
        && tensors.keySet().equals(that.tensors.keySet())
        && tensors.keySet().stream().allMatch(name -> same(tensor(name), that.tensor(name)));
  }

  private static boolean same(Tensor a, Tensor b) {
    return a.dtype == b.dtype
        && Arrays.equals(a.shape, b.shape)
        && a.unit.equals(b.unit)
        && Arrays.deepEquals(new Object[] {a.array}, new Object[] {b.array});
  }

  @Override
  public int hashCode() {
    int hash = 31 * format.hashCode() + version;
    for (String name : tensors.keySet()) {
      hash += name.hashCode() ^ Arrays.deepHashCode(new Object[] {tensor(name).array});
    }
    return hash;
  }

  @Override
  public String toString() {
    return "snapshot " + label() + " " + tensors.keySet();
  }

  static int product(int[] shape) {
    long product = 1;
    for (int extent : shape) {
      if (extent < 0) {
        throw new IllegalArgumentException("shape must be without negatives, was " + extent);
      }
      product = Math.multiplyExact(product, (long) extent);
    }
    return Math.toIntExact(product);
  }

  private static String requireText(String what, String text) {
    if (text.isEmpty() || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException(
          what + " of a snapshot must be a text that UTF-8 can write, was '" + text + "'");
    }
    return text;
  }

  /// Collects arrays; each is copied when it is put in.
  public static final class Builder {
    private final String format;
    private final int version;
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final Map<String, String> notes = new LinkedHashMap<>();

    private Builder(String format, int version) {
      if (version < 1) {
        throw new IllegalArgumentException("version must be at least 1, was " + version);
      }
      this.format = requireText("format", format);
      this.version = version;
    }

    /// Doubles.
    ///
    /// @param name unique in the snapshot
    /// @param unit their unit; `1` for pure numbers
    /// @param shape extents, slowest first; none for a vector
    public Builder doubles(String name, String unit, double[] values, int... shape) {
      return put(name, Dtype.F64, unit, values.clone(), values.length, shape);
    }

    /// Floats.
    public Builder floats(String name, String unit, float[] values, int... shape) {
      return put(name, Dtype.F32, unit, values.clone(), values.length, shape);
    }

    /// Longs.
    public Builder longs(String name, String unit, long[] values, int... shape) {
      return put(name, Dtype.I64, unit, values.clone(), values.length, shape);
    }

    /// Ints.
    public Builder ints(String name, String unit, int[] values, int... shape) {
      return put(name, Dtype.I32, unit, values.clone(), values.length, shape);
    }

    /// Bytes, 0 to 255 each.
    public Builder bytes(String name, String unit, byte[] values, int... shape) {
      return put(name, Dtype.U8, unit, values.clone(), values.length, shape);
    }

    /// Booleans.
    public Builder booleans(String name, boolean[] values, int... shape) {
      return put(name, Dtype.BOOL, "1", values.clone(), values.length, shape);
    }

    /// One long, such as a step or a stream's position.
    public Builder number(String name, String unit, long value) {
      return longs(name, unit, new long[] {value});
    }

    /// A text beside the arrays.
    public Builder note(String key, String text) {
      notes.put(requireText("note", key), requireText("note " + key, text));
      return this;
    }

    /// A whole snapshot under a name: the state of a machine inside another. Its arrays and notes
    /// stand as `name/array`; [Snapshot#part] gives it back.
    ///
    /// @param name unique in the snapshot, without `/`
    public Builder part(String name, Snapshot part) {
      if (name.indexOf('/') >= 0 || notes.containsKey(PART + name)) {
        throw new IllegalArgumentException(
            "name of a part must be new and without '/', was '" + name + "'");
      }
      note(PART + requireText("name of a part", name), part.format + "/" + part.version);
      part.tensors.forEach((key, tensor) -> add(name + "/" + key, tensor));
      part.notes.forEach((key, text) -> notes.put(name + "/" + key, text));
      return this;
    }

    /// The snapshot.
    public Snapshot build() {
      return new Snapshot(format, version, tensors, notes);
    }

    private Builder put(
        String name, Dtype dtype, String unit, Object array, int length, int[] shape) {
      requireText("name of an array", name);
      int[] extents = shape.length == 0 ? new int[] {length} : shape.clone();
      if (product(extents) != length) {
        throw new IllegalArgumentException(
            "shape of "
                + name
                + " must have a product of "
                + length
                + ", was "
                + Arrays.toString(extents));
      }
      if (name.equals(Header.METADATA)) {
        throw new IllegalArgumentException(
            "name of an array must not be " + Header.METADATA + ", was " + name);
      }
      add(name, new Tensor(dtype, extents, requireText("unit of " + name, unit), array));
      return this;
    }

    private void add(String name, Tensor tensor) {
      if (tensors.put(name, tensor) != null) {
        throw new IllegalArgumentException(
            "name of an array must be new in its snapshot, was " + name + " again");
      }
    }
  }
}
