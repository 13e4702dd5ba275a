// SPDX-License-Identifier: Apache-2.0
package engram.data;

import engram.data.image.IdxFile;
import engram.data.image.Images;
import engram.data.image.LabelledImages;
import engram.data.internal.StoredBytes;
import engram.data.internal.StoredFile;
import engram.error.DataCorruptException;
import engram.error.DataMissingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The data sets that Engram knows, sought in the places of this machine. A file of a set may lie
/// there by itself, compressed as `.gz`, or in a zip archive of the set's folder.
///
/// ```java
/// DataSets sets = DataSets.known(places);
/// Path folder = sets.locate("mnist");
/// LabelledImages test = DataSets.images(folder, DataSets.MNIST, "t10k");
/// LabelledImages digits = DataSets.digits();
/// ```
public final class DataSets {
  /// MNIST, complete [2]: 60,000 training and 10,000 test images of 28 x 28.
  public static final DataSet MNIST =
      new DataSet(
          "mnist",
          "MNIST, 70,000 handwritten digits of 28 x 28",
          "not stated by its authors",
          List.of(
              new DataSet.File(
                  "train-images-idx3-ubyte",
                  "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
              new DataSet.File(
                  "train-labels-idx1-ubyte",
                  "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
              new DataSet.File(
                  "t10k-images-idx3-ubyte",
                  "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
              new DataSet.File(
                  "t10k-labels-idx1-ubyte",
                  "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2")),
          "git clone --depth 1 https://github.com/fgnt/mnist {folder}",
          "");

  /// Fashion-MNIST, complete [3]: 60,000 training and 10,000 test images of 28 x 28.
  public static final DataSet FASHION_MNIST =
      new DataSet(
          "fashion-mnist",
          "Fashion-MNIST, 70,000 pieces of clothing of 28 x 28",
          "MIT",
          List.of(
              new DataSet.File(
                  "train-images-idx3-ubyte",
                  "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"),
              new DataSet.File(
                  "train-labels-idx1-ubyte",
                  "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"),
              new DataSet.File(
                  "t10k-images-idx3-ubyte",
                  "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"),
              new DataSet.File(
                  "t10k-labels-idx1-ubyte",
                  "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34")),
          "apt-get install dataset-fashion-mnist",
          "usr/share/datasets/fashion-mnist");

  /// The optical digits of the UCI repository [1], part of the product: 1,797 digits of 8 x 8.
  public static final DataSet DIGITS =
      new DataSet(
          "digits",
          "UCI optical digits, 1,797 handwritten digits of 8 x 8",
          "CC BY 4.0",
          List.of(),
          "part of the product",
          "");

  /// The Numenta Anomaly Benchmark [5]: 58 series with labelled anomalies; see [NabCorpus].
  public static final DataSet NAB =
      new DataSet(
          "nab",
          "Numenta Anomaly Benchmark, 58 series with 116 labelled anomalies",
          "MIT",
          NabCorpus.files(),
          "git clone --depth 1 https://github.com/numenta/NAB {folder}",
          "");

  /// The series and saved forecasts of Cui, Ahmad and Hawkins [6]; see [HtmSequences].
  public static final DataSet HTM_SEQUENCES =
      new DataSet(
          "htm-sequences",
          "New York taxi demand and six more series, with the forecasts of nine models",
          "AGPL-3.0, as data",
          HtmSequences.files(),
          "copying data/ and prediction/ (as predictions/) of projects/sequence_prediction/"
              + "continuous_sequence in https://github.com/numenta/htmresearch into {folder}",
          "");

  private static final String DIGITS_RESOURCE = "digits.csv.gz";
  private static final String DIGITS_SHA256 =
      "6ebb3d2fee246a4e99363262ddf8a00a3c41bee6014c373ed9d9216ba7f651b8";
  private static final int MOST_NAMED = 4;
  private static final int DIGITS_SIDE = 8;
  private static final int DIGITS_LEVELS = 16;

  private final List<DataSet> catalogue;
  private final DataPlaces places;

  /// @param catalogue the sets that it knows
  /// @param places where they are sought
  public DataSets(List<DataSet> catalogue, DataPlaces places) {
    this.catalogue = List.copyOf(catalogue);
    this.places = places;
  }

  /// All sets that Engram knows.
  public static DataSets known(DataPlaces places) {
    return new DataSets(List.of(DIGITS, MNIST, FASHION_MNIST, NAB, HTM_SEQUENCES), places);
  }

  /// The sets, in the order of the catalogue.
  public List<DataSet> all() {
    return catalogue;
  }

  /// The set of that name.
  public DataSet named(String name) {
    return catalogue.stream()
        .filter(set -> set.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "data set must be one of "
                    + String.join(", ", catalogue.stream().map(DataSet::name).toList())
                    + ", was "
                    + name));
  }

  /// Whether a set can be read: it is part of the product, or a folder has all its files.
  public boolean isPresent(String name) {
    return named(name).isBuiltIn() || find(name).isPresent();
  }

  /// The first folder that has all files of a set; empty if none has, or if the set is part of the
  /// product and lies in no folder.
  public Optional<Path> find(String name) {
    DataSet set = named(name);
    return set.isBuiltIn()
        ? Optional.empty()
        : places.candidates(set).stream()
            .filter(folder -> lacks(set, folder).isEmpty())
            .findFirst();
  }

  /// The first folder that has all files of a set.
  ///
  /// @throws DataMissingException if none has: says where it was sought and what brings it
  /// @throws IllegalArgumentException if the set is unknown or part of the product
  public Path locate(String name) {
    DataSet set = named(name);
    if (set.isBuiltIn()) {
      throw new IllegalArgumentException(
          "data set to locate must be one that lies in a folder, was "
              + name
              + ", which is part of the product");
    }
    return find(name).orElseThrow(() -> new DataMissingException(missing(set)));
  }

  /// Checks every byte of a set against the published checksums.
  ///
  /// @throws DataCorruptException if a file is not what was published
  /// @throws DataMissingException if the set is nowhere
  public void verify(String name) {
    DataSet set = named(name);
    if (set.isBuiltIn()) {
      digits();
      return;
    }
    Path folder = locate(name);
    for (DataSet.File file : set.files()) {
      read(folder, file);
    }
  }

  /// The uncompressed bytes of a file of a set, checked.
  ///
  /// @param folder where the set lies
  /// @throws DataCorruptException if they are not what was published
  public static byte[] read(Path folder, DataSet.File file) {
    StoredFile stored =
        StoredFile.find(folder, file.name())
            .orElseThrow(() ->
                new DataMissingException(
                    "data file "
                        + file.name()
                        + " (or "
                        + file.name()
                        + ".gz) must lie in "
                        + folder));
    return StoredBytes.checked(stored.bytes(), file.sha256(), stored.toString());
  }

  /// Images and labels of a set in the IDX format, checked.
  ///
  /// @param folder where the set lies
  /// @param set MNIST or a set with files of the same names
  /// @param part `train` or `t10k`
  public static LabelledImages images(Path folder, DataSet set, String part) {
    String images = part + "-images-idx3-ubyte";
    String labels = part + "-labels-idx1-ubyte";
    return new LabelledImages(
        IdxFile.images(read(folder, file(set, images)), folder.resolve(images).toString()),
        IdxFile.labels(read(folder, file(set, labels)), folder.resolve(labels).toString()));
  }

  /// The UCI optical digits: 1,797 images of 8 x 8 with 16 levels, ten classes.
  public static LabelledImages digits() {
    NumericTable table =
        NumericTable.read(
            StoredBytes.checked(resource(DIGITS_RESOURCE), DIGITS_SHA256, DIGITS_RESOURCE),
            DIGITS_RESOURCE,
            NumericTable.FirstLine.NUMBERS);
    int size = DIGITS_SIDE * DIGITS_SIDE;
    byte[] pixels = new byte[table.rows() * size];
    int[] labels = new int[table.rows()];
    for (int row = 0; row < table.rows(); row++) {
      for (int p = 0; p < size; p++) {
        pixels[row * size + p] = (byte) table.at(row, p);
      }
      labels[row] = (int) table.at(row, size);
    }
    return new LabelledImages(new Images(DIGITS_SIDE, DIGITS_SIDE, DIGITS_LEVELS, pixels), labels);
  }

  /// The uncompressed bytes of a file that is part of the product.
  static byte[] resource(String name) {
    try (InputStream in = DataSets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new DataMissingException(
            name + " must be part of the product, was left out of this build");
      }
      return StoredBytes.of(in, name);
    } catch (IOException e) {
      throw new DataCorruptException(name + " cannot be read: " + e, e);
    }
  }

  private static DataSet.File file(DataSet set, String name) {
    return set.files().stream()
        .filter(file -> file.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "file of data set "
                    + set.name()
                    + " must be one of "
                    + String.join(", ", set.files().stream().map(DataSet.File::name).toList())
                    + ", was "
                    + name));
  }

  private String missing(DataSet set) {
    List<String> sought = new ArrayList<>();
    for (Path folder : places.candidates(set)) {
      List<String> lacks = lacks(set, folder);
      boolean some = lacks.size() < set.files().size();
      sought.add(folder + (some ? " (lacks " + some(lacks) + ")" : ""));
    }
    String into = places.own().resolve(set.name()).toString();
    return "data set "
        + set.name()
        + " is missing: sought in "
        + String.join(", ", sought)
        + "; brought by: "
        + set.brings().replace("{folder}", into);
  }

  /// A few names, and how many more there are.
  private static String some(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
    int more = names.size() - MOST_NAMED;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private static List<String> lacks(DataSet set, Path folder) {
    return set.files().stream()
        .filter(file -> StoredFile.find(folder, file.name()).isEmpty())
        .map(DataSet.File::name)
        .toList();
  }
}
