// SPDX-License-Identifier: Apache-2.0
package engram.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import engram.data.image.LabelledImages;
import engram.error.DataCorruptException;
import engram.error.DataMissingException;
import engram.state.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataSetsTest {
  private static final String HELLO_SHA256 =
      "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
  private static final DataSet TWO =
      new DataSet(
          "two",
          "two files",
          "none",
          List.of(new DataSet.File("a", HELLO_SHA256), new DataSet.File("b", HELLO_SHA256)),
          "fetch {folder}",
          "usr/share/two");

  @TempDir Path root;

  private DataSets sets() {
    return new DataSets(
        List.of(DataSets.DIGITS, TWO),
        new DataPlaces(
            List.of(root.resolve("first"), root.resolve("own")), root.resolve("own"), root));
  }

  private Path put(String folder, String file, String text) throws IOException {
    Path path = root.resolve(folder).resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  @Test
  void seeksInOrderAndTakesTheFirstWholeFolder() throws IOException {
    put("usr/share/two", "a", "hello");
    put("usr/share/two", "b.gz", "hello");
    assertEquals(root.resolve("usr/share/two"), sets().locate("two"));
    put("own/two", "a", "hello");
    put("own/two", "b", "hello");
    put("first/two", "a", "hello");
    assertEquals(root.resolve("own/two"), sets().locate("two"));
    put("first/two", "b", "hello");
    assertEquals(root.resolve("first/two"), sets().locate("two"));
    assertTrue(sets().isPresent("two"));
    sets().verify("two");
  }

  @Test
  void saysWhereItSoughtAndWhatBringsIt() throws IOException {
    put("first/two", "a", "hello");
    DataMissingException refused =
        assertThrows(DataMissingException.class, () -> sets().locate("two"));
    assertEquals(
        "data set two is missing: sought in %1$s/first/two (lacks b), %1$s/own/two,".formatted(root)
            + " %1$s/usr/share/two; brought by: fetch %1$s/own/two".formatted(root),
        refused.getMessage());
    assertEquals(Optional.empty(), sets().find("two"));
    assertFalse(sets().isPresent("two"));
  }

  @Test
  void refusesBytesThatWereNotPublished() throws IOException {
    put("first/two", "a", "hello");
    Path bad = put("first/two", "b", "hellO");
    DataCorruptException refused =
        assertThrows(DataCorruptException.class, () -> sets().verify("two"));
    String message = String.valueOf(refused.getMessage());
    assertTrue(
        message.startsWith(
            "SHA-256 of " + bad + " (uncompressed) must be " + HELLO_SHA256 + ", was "),
        message);
  }

  @Test
  void namesTheSetsForAnUnknownName() {
    assertEquals(
        "data set must be one of digits, two, was tow",
        assertThrows(IllegalArgumentException.class, () -> sets().locate("tow")).getMessage());
    assertEquals(
        "data set to locate must be one that lies in a folder, was digits, which is part of the"
            + " product",
        assertThrows(IllegalArgumentException.class, () -> sets().locate("digits")).getMessage());
  }

  @Test
  void usualPlacesFollowOptionEnvironmentHomeAndCheckout() {
    Path home = DataPlaces.home(Map.of(), Path.of("/home/p"));
    assertEquals(Path.of("/home/p/.local/share/engram"), home);
    assertEquals(
        Path.of("/d/engram"), DataPlaces.home(Map.of("XDG_DATA_HOME", "/d"), Path.of("/home/p")));
    assertEquals(
        Path.of("/e"),
        DataPlaces.home(Map.of("XDG_DATA_HOME", "/d", "ENGRAM_HOME", "/e"), Path.of("/home/p")));
    DataPlaces places =
        DataPlaces.usual(
            Optional.of(Path.of("/option")),
            Map.of("ENGRAM_DATA", "/variable"),
            home,
            Optional.of(Path.of("/src/engram")));
    assertEquals(
        List.of(
            Path.of("/option"),
            Path.of("/variable"),
            home.resolve("data"),
            Path.of("/src/shared/data")),
        places.folders());
    assertEquals(home.resolve("data"), places.own());
    assertEquals(
        Path.of("/usr/share/datasets/fashion-mnist"),
        places.candidates(DataSets.FASHION_MNIST).getLast());
  }

  @Test
  void digitsAreTheOnesOfTheRepository() {
    LabelledImages digits = DataSets.digits();
    assertEquals(1797, digits.count());
    assertEquals(10, digits.classes());
    assertEquals(16, digits.images().levels());
    assertArrayEquals(
        new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, digits.labels(IntStream.range(0, 10).toArray()));
    assertEquals(13, digits.images().pixel(0, 0, 3));
    sets().verify("digits");
  }

  @Test
  void mnistIsTheOriginal() {
    DataSets sets = DataSets.known(placesOfThisMachine());
    assumeTrue(sets.isPresent("mnist"), "data set mnist is not on this machine");
    Path folder = sets.locate("mnist");
    sets.verify("mnist");
    LabelledImages train = DataSets.images(folder, DataSets.MNIST, "train");
    assertEquals(60_000, train.count());
    assertEquals(28, train.images().width());
    assertArrayEquals(new int[] {5, 0, 4, 1, 9}, train.labels(0, 1, 2, 3, 4));
  }

  @Test
  void fashionMnistIsTheOriginal() {
    DataSets sets = DataSets.known(placesOfThisMachine());
    assumeTrue(sets.isPresent("fashion-mnist"), "data set fashion-mnist is not on this machine");
    LabelledImages test =
        DataSets.images(sets.locate("fashion-mnist"), DataSets.FASHION_MNIST, "t10k");
    assertEquals(10_000, test.count());
    assertEquals(10, test.classes());
  }

  @Test
  void refusesAWrongPartAndAWrongChecksumForm() {
    assertEquals(
        "file of data set mnist must be one of train-images-idx3-ubyte, train-labels-idx1-ubyte,"
            + " t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte, was test-images-idx3-ubyte",
        assertThrows(
                IllegalArgumentException.class, () -> DataSets.images(root, DataSets.MNIST, "test"))
            .getMessage());
    assertThrows(DataMissingException.class, () -> DataSets.images(root, DataSets.MNIST, "train"));
    assertEquals(
        "sha256 of a must be 64 hexadecimal digits, was 'abc'",
        assertThrows(IllegalArgumentException.class, () -> new DataSet.File("a", "abc"))
            .getMessage());
    assertEquals(HELLO_SHA256, Sha256.hex("hello".getBytes(StandardCharsets.UTF_8)));
  }

  /// The places in which a command of this checkout seeks.
  private static DataPlaces placesOfThisMachine() {
    Map<String, String> environment = System.getenv();
    Path home = DataPlaces.home(environment, Path.of(System.getProperty("user.home")));
    return DataPlaces.usual(
        Optional.empty(),
        environment,
        home,
        Optional.of(Path.of("..").toAbsolutePath().normalize()));
  }
}
