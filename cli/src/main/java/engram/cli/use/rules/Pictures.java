// SPDX-License-Identifier: Apache-2.0
package engram.cli.use.rules;

import engram.cli.words.UsageException;
import engram.data.NumericTable;
import engram.data.image.IdxFile;
import engram.data.image.ImageFolder;
import engram.data.image.Images;
import engram.data.image.LabelledImages;
import engram.error.DataCorruptException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// Labelled images of one size as rows of numbers.
///
/// @param x images x values, row by row
/// @param labels a class each, from 0
/// @param classes names of the classes
/// @param width pixels a row; 0 where the values are no picture
/// @param height rows; 0 where the values are no picture
// Read once; two are never compared.
@SuppressWarnings("ArrayRecordComponent")
record Pictures(float[] x, int[] labels, List<String> classes, int width, int height) {
  private static final int LEAST = 20;
  private static final List<String> LABEL_NAMES = List.of("label", "class", "target", "y");

  /// Checks that there is something to learn.
  Pictures {
    if (labels.length < LEAST) {
      throw new DataCorruptException(
          "there must be at least " + LEAST + " images, was " + labels.length);
    }
    if (classes.size() < 2) {
      throw new DataCorruptException("there must be at least 2 classes, was " + classes.size());
    }
  }

  /// How many images.
  int count() {
    return labels.length;
  }

  /// Values an image.
  int inputs() {
    return x.length / labels.length;
  }

  /// Reads a folder of PNG images, an IDX file or a table.
  ///
  /// @param labels the labels of an IDX file, or the label's column of a table
  static Pictures read(Path from, Optional<String> labels) {
    if (Files.isDirectory(from)) {
      if (labels.isPresent()) {
        throw new UsageException(
            "--labels belongs to an IDX file or a table; a folder's classes are its folders, was "
                + labels.get());
      }
      ImageFolder folder = ImageFolder.read(from);
      return of(folder.images(), folder.classes());
    }
    String name = String.valueOf(from.getFileName()).toLowerCase(Locale.ROOT);
    if (name.contains("idx3") || name.endsWith(".idx") || name.endsWith(".idx.gz")) {
      if (labels.isEmpty()) {
        throw new UsageException("an IDX file of images needs its labels: --labels FILE");
      }
      Images images = IdxFile.images(from);
      int[] each = IdxFile.labels(Path.of(labels.get()));
      if (each.length != images.count()) {
        throw new DataCorruptException(
            "%s must have a label for each of %d images, had %d"
                .formatted(labels.get(), images.count(), each.length));
      }
      return of(new LabelledImages(images, each), List.of());
    }
    return table(from, labels);
  }

  private static Pictures of(LabelledImages set, List<String> names) {
    int[] all = IntStream.range(0, set.count()).toArray();
    int size = set.images().size();
    float[] x = new float[Math.multiplyExact(all.length, size)];
    for (int i : all) {
      double[] values = set.images().values(i);
      for (int j = 0; j < size; j++) {
        x[i * size + j] = (float) values[j];
      }
    }
    int[] raw = set.labels(all);
    int[] found = found(raw);
    List<String> classes = Arrays.stream(found).mapToObj(c -> name(c, names)).toList();
    return new Pictures(
        x, places(raw, found), classes, set.images().width(), set.images().height());
  }

  private static String name(int label, List<String> names) {
    return names.isEmpty() ? String.valueOf(label) : names.get(label);
  }

  /// The labels that there are, in order.
  private static int[] found(int[] labels) {
    return Arrays.stream(labels).distinct().sorted().toArray();
  }

  /// The place of each label among those that there are.
  private static int[] places(int[] labels, int[] found) {
    return Arrays.stream(labels).map(label -> Arrays.binarySearch(found, label)).toArray();
  }

  private static Pictures table(Path file, Optional<String> label) {
    boolean named = firstLine(file).chars().anyMatch(Character::isLetter);
    NumericTable table =
        NumericTable.read(
            file, named ? NumericTable.FirstLine.NAMES : NumericTable.FirstLine.NUMBERS);
    int column = column(table, label, file);
    int inputs = table.columns() - 1;
    if (inputs < 1 || table.rows() < 1) {
      throw new DataCorruptException(file + " must have rows of a label and values, had none");
    }
    float[] x = new float[Math.multiplyExact(table.rows(), inputs)];
    for (int row = 0; row < table.rows(); row++) {
      for (int j = 0; j < inputs; j++) {
        x[row * inputs + j] = (float) table.at(row, j < column ? j : j + 1);
      }
    }
    int[] raw = new int[table.rows()];
    for (int row = 0; row < raw.length; row++) {
      double value = table.at(row, column);
      if (value < 0 || value > Integer.MAX_VALUE || value != Math.rint(value)) {
        throw new DataCorruptException(
            "%s row %d: label must be a whole number of 0 or more, was %s"
                .formatted(file, row + 1, value));
      }
      raw[row] = (int) value;
    }
    int[] found = found(raw);
    int side = (int) Math.round(Math.sqrt(inputs));
    boolean square = side * side == inputs;
    return new Pictures(
        x,
        places(raw, found),
        Arrays.stream(found).mapToObj(String::valueOf).toList(),
        square ? side : 0,
        square ? side : 0);
  }

  private static int column(NumericTable table, Optional<String> label, Path file) {
    List<String> header =
        table.header().stream().map(h -> h.strip().toLowerCase(Locale.ROOT)).toList();
    if (header.isEmpty() && label.isEmpty()) {
      return table.columns() - 1;
    }
    List<String> wanted = label.map(l -> List.of(l.toLowerCase(Locale.ROOT))).orElse(LABEL_NAMES);
    for (String name : wanted) {
      int at = header.indexOf(name);
      if (at >= 0) {
        return at;
      }
      if (header.isEmpty()
          && name.matches("[1-9][0-9]{0,8}")
          && Integer.parseInt(name) <= table.columns()) {
        return Integer.parseInt(name) - 1;
      }
    }
    throw new UsageException(
        file
            + " has no column "
            + String.join(", ", wanted)
            + "; name the label's: --labels COLUMN");
  }

  private static String firstLine(Path file) {
    try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return lines.findFirst().orElse("").replaceAll("[eE][+-]?[0-9]", "");
    } catch (IOException e) {
      return "";
    }
  }
}
