// SPDX-License-Identifier: Apache-2.0
package engram.cli.run;

import engram.lab.report.ReportContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where a paper's equations stand in a checkout: the types and tests that carry `@FromPaper`, read
/// from the sources, with file and line.
public final class CodeMap {
  private static final Pattern MARK =
      Pattern.compile(
          "@FromPaper\\(\\s*(?:value\\s*=\\s*)?\"([^\"]+)\"\\s*,\\s*at\\s*=\\s*\"([^\"]+)\"\\s*\\)");
  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|record|interface|enum)\\s+([A-Z]\\w*)");

  private CodeMap() {}

  /// A type that carries a mark.
  ///
  /// @param slug the paper
  /// @param at the place in the paper
  /// @param type the type's simple name
  /// @param file its file, from the root of the checkout
  /// @param line its line, from 1
  /// @param test whether it is a test
  public record Mark(String slug, String at, String type, String file, int line, boolean test) {
    String place() {
      return file + ":" + line;
    }
  }

  /// Every mark in a checkout.
  public static List<Mark> marks(Path checkout) {
    List<Mark> marks = new ArrayList<>();
    for (String module : List.of("core", "papers", "verify")) {
      Path sources = checkout.resolve(module).resolve("src");
      if (Files.isDirectory(sources)) {
        try (Stream<Path> files = Files.walk(sources)) {
          files
              .filter(f -> f.toString().endsWith(".java"))
              .sorted()
              .forEach(f -> read(checkout, f, marks));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return marks;
  }

  /// The implementing types of a paper, each with a test of the same mark, or with none.
  public static List<ReportContent.Place> of(Path checkout, String slug) {
    List<Mark> marks = marks(checkout).stream().filter(m -> m.slug().equals(slug)).toList();
    return marks.stream()
        .filter(m -> !m.test())
        .map(m -> {
          Optional<Mark> test = testOf(m, marks);
          return new ReportContent.Place(
              m.at(),
              m.type(),
              m.place(),
              test.map(Mark::type).orElse(""),
              test.map(Mark::place).orElse(""));
        })
        .toList();
  }

  /// File and line of a type of the papers; empty if its source is not in the checkout.
  public static Optional<String> source(Path checkout, Class<?> type) {
    String name =
        "papers/src/main/java/"
            + type.getName().replaceFirst("\\$.*", "").replace('.', '/')
            + ".java";
    Path file = checkout.resolve(name);
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    String text = read(file);
    Matcher declared = TYPE.matcher(text);
    int line = declared.find() ? lineOf(text, declared.start()) : 1;
    return Optional.of(name + ":" + line);
  }

  /// The test of a mark: of the type's own name first, then any that covers its places.
  private static Optional<Mark> testOf(Mark mark, List<Mark> marks) {
    List<Mark> tests =
        marks.stream()
            .filter(m -> m.test() && places(m.at()).containsAll(places(mark.at())))
            .toList();
    return tests.stream()
        .filter(t -> t.type().startsWith(mark.type()))
        .findFirst()
        .or(() -> tests.stream().findFirst());
  }

  /// The single places of a mark: `spec 2, 3` is `spec 2` and `spec 3`.
  private static Set<String> places(String at) {
    Set<String> places = new LinkedHashSet<>();
    String kind = "";
    for (String part : at.split(",\\s*", -1)) {
      boolean numberAlone = !part.isEmpty() && Character.isDigit(part.charAt(0));
      places.add(numberAlone ? kind + part : part);
      kind = numberAlone ? kind : part.replaceFirst("[0-9].*$", "");
    }
    return places;
  }

  private static void read(Path checkout, Path file, List<Mark> marks) {
    String text = read(file);
    Matcher mark = MARK.matcher(text);
    while (mark.find()) {
      Matcher type = TYPE.matcher(text);
      if (type.find(mark.end())) {
        int line = lineOf(text, type.start());
        String name = checkout.relativize(file).toString().replace('\\', '/');
        marks.add(
            new Mark(
                mark.group(1),
                mark.group(2),
                type.group(1),
                name,
                line,
                name.contains("/src/test/")));
      }
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int lineOf(String text, int position) {
    return (int) text.substring(0, position).chars().filter(c -> c == '\n').count() + 1;
  }
}
