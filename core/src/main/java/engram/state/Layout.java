// SPDX-License-Identifier: Apache-2.0
package engram.state;

import static engram.state.Safetensors.corrupt;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Checks what a header says against the data that is there: offsets that join without gap or
/// overlap and end where the file ends, shapes whose product times the width of an element is the
/// length of the data, known types, versions that are numbers.
record Layout(String where, long dataBytes) {
  private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,8}");

  /// Every byte of the data belongs to exactly one tensor.
  void check(Map<String, Header.Description> tensors) {
    List<Map.Entry<String, Header.Description>> order =
        tensors.entrySet().stream()
            .sorted(
                Comparator.comparing(
                    Map.Entry::getValue,
                    Comparator.comparingLong(Header.Description::begin)
                        .thenComparingLong(Header.Description::end)))
            .toList();
    long reached = 0;
    for (Map.Entry<String, Header.Description> entry : order) {
      Header.Description said = entry.getValue();
      if (said.begin() != reached || said.end() < said.begin() || said.end() > dataBytes) {
        throw corrupt(
            where,
            "data of "
                + Header.printable(entry.getKey())
                + " must begin at "
                + reached
                + " and end by "
                + dataBytes
                + ", was "
                + said.begin()
                + " to "
                + said.end());
      }
      reached = said.end();
    }
    if (reached != dataBytes) {
      throw corrupt(where, "data must be " + reached + " bytes, was " + dataBytes);
    }
  }

  Dtype dtype(String name, Header.Description said) {
    for (Dtype dtype : Dtype.values()) {
      if (dtype.name().equals(said.dtype())) {
        return dtype;
      }
    }
    throw corrupt(
        where,
        "dtype of "
            + Header.printable(name)
            + " must be one of "
            + List.of(Dtype.values())
            + ", was "
            + Header.printable(said.dtype()));
  }

  /// The shape, which is small enough for one array of Java.
  int[] shape(String name, Header.Description said, Dtype dtype) {
    long bytes = said.end() - said.begin();
    long product = dtype.bytes;
    int[] shape = new int[said.shape().length];
    for (int i = 0; i < shape.length; i++) {
      long extent = said.shape()[i];
      if (extent > Integer.MAX_VALUE || Math.multiplyHigh(product, extent) != 0) {
        throw tooLarge(name, said);
      }
      shape[i] = (int) extent;
      product *= extent;
      if (product < 0) {
        throw tooLarge(name, said);
      }
    }
    if (product != bytes) {
      throw corrupt(
          where,
          "data of "
              + Header.printable(name)
              + " must be "
              + product
              + " bytes for its shape, was "
              + bytes);
    }
    if (bytes / dtype.bytes > Integer.MAX_VALUE - 8) {
      throw tooLarge(name, said);
    }
    return shape;
  }

  /// A version in the metadata; 1 where there is none.
  int version(Map<String, String> metadata, String key) {
    String text = metadata.getOrDefault(key, "1");
    if (!VERSION.matcher(text).matches()) {
      throw corrupt(
          where, key + " must be a whole number from 1, was '" + Header.printable(text) + "'");
    }
    return Integer.parseInt(text);
  }

  private RuntimeException tooLarge(String name, Header.Description said) {
    return corrupt(
        where,
        "shape of "
            + Header.printable(name)
            + " must fit into one array, was "
            + Arrays.toString(said.shape()));
  }
}
