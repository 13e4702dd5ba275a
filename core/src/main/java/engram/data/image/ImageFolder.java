// SPDX-License-Identifier: Apache-2.0
package engram.data.image;

import engram.error.DataCorruptException;
import engram.error.DataMissingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Reads a folder with a folder of PNG images for each class, all of one size. Classes and images
/// are taken in the order of their names; files of other names are left out.
///
/// @param classes the names of the classes
/// @param images their images
public record ImageFolder(List<String> classes, LabelledImages images) {
  /// Copies.
  public ImageFolder {
    classes = List.copyOf(classes);
  }

  /// Reads it.
  ///
  /// @throws DataMissingException if there is no such folder, or no image in a class
  /// @throws DataCorruptException if an image is broken or of another size
  public static ImageFolder read(Path folder) {
    List<Path> classes = sorted(folder).stream().filter(Files::isDirectory).toList();
    if (classes.isEmpty()) {
      throw new DataMissingException(
          folder + " must have a folder of PNG images for each class, had none");
    }
    List<Images> all = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (int c = 0; c < classes.size(); c++) {
      int before = all.size();
      for (Path file : sorted(classes.get(c))) {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
          Images image = PngFile.image(file);
          requireSize(image, all.isEmpty() ? image : all.getFirst(), file);
          all.add(image);
          labels.add(c);
        }
      }
      if (all.size() == before) {
        throw new DataMissingException(classes.get(c) + " must have PNG images, had none");
      }
    }
    int[] each = labels.stream().mapToInt(label -> label).toArray();
    return new ImageFolder(
        classes.stream().map(c -> String.valueOf(c.getFileName())).toList(),
        new LabelledImages(joined(all), each));
  }

  private static void requireSize(Images image, Images first, Path file) {
    if (image.width() != first.width() || image.height() != first.height()) {
      throw new DataCorruptException(
          "%s must be of %d x %d pixels as the first image, was %d x %d"
              .formatted(file, first.width(), first.height(), image.width(), image.height()));
    }
  }

  private static Images joined(List<Images> all) {
    Images first = all.getFirst();
    byte[] pixels = new byte[Math.multiplyExact(all.size(), first.size())];
    for (int i = 0; i < all.size(); i++) {
      for (int p = 0; p < first.size(); p++) {
        int row = p / first.width();
        pixels[i * first.size() + p] = (byte) all.get(i).pixel(0, row, p % first.width());
      }
    }
    return new Images(first.width(), first.height(), first.levels(), pixels);
  }

  private static List<Path> sorted(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new DataMissingException(folder + " cannot be read as a folder: " + e, e);
    }
  }
}
