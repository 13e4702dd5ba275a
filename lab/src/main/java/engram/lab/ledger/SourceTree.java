// SPDX-License-Identifier: Apache-2.0
package engram.lab.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import engram.state.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The sources of a checkout and who uses whom, to tell which files an experiment's numbers come
/// from.
///
/// From the experiment's own file and from [engram.random.Seeds] on, which the lab hands to every
/// experiment, a file uses
///
/// 1. the types that it imports or names in full, all of a package where it imports all,
/// 2. the types of its own package whose names occur among its words,
/// 3. the resources of its own package whose file names are among its literals,
///
/// and what is found is followed in turn. Files of mechanisms and papers count (`core` and
/// `papers`); the lab does not, since verdicts are computed anew from what was measured. Where a
/// kernel's form is chosen while a program runs, its choices lie in one package and are named
/// there, so they are followed too. The unit is a file: a paper's experiments often share a file of
/// claims or figures that names them all, and are then stale together.
public final class SourceTree {
  private static final List<String> FOLDERS =
      List.of("core/src/main/java", "papers/src/main/java", "core/src/main/resources");
  private static final String ROOT = "engram";
  private static final String JAVA = ".java";
  private static final String SEEDS = "engram/random/Seeds.java";

  private final Path checkout;
  private final Map<String, Path> files = new TreeMap<>();
  private final Map<String, Set<String>> packages = new HashMap<>();
  private final Map<String, SourceFile> read = new HashMap<>();

  /// A file's digest and the files that it uses.
  private record SourceFile(String digest, Set<String> uses) {}

  /// @param checkout the root of a checkout
  public SourceTree(Path checkout) {
    this.checkout = checkout;
    for (String folder : FOLDERS) {
      Path root = checkout.resolve(folder);
      if (Files.isDirectory(root)) {
        add(root);
      }
    }
  }

  private void add(Path root) {
    try (Stream<Path> all = Files.walk(root)) {
      all.filter(Files::isRegularFile)
          .filter(f -> !f.endsWith("package-info.java") && !f.endsWith("module-info.java"))
          .forEach(f -> add(slashed(root.relativize(f)), f));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String name, Path file) {
    files.put(name, file);
    if (name.endsWith(JAVA)) {
      packages.computeIfAbsent(packageOf(name), _ -> new TreeSet<>()).add(typeOf(name));
    }
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static String packageOf(String name) {
    return name.substring(0, name.lastIndexOf('/')).replace('/', '.');
  }

  private static String typeOf(String name) {
    return name.substring(name.lastIndexOf('/') + 1, name.length() - JAVA.length());
  }

  /// Whether the checkout has the source of a class, among its mechanisms and papers.
  public boolean has(Class<?> type) {
    return files.containsKey(name(type));
  }

  private static String name(Class<?> type) {
    return type.getName().replace('.', '/').replaceFirst("\\$.*", "") + JAVA;
  }

  /// Everything that a class uses, itself included.
  ///
  /// @param type a class of `core` or `papers`
  /// @throws IllegalArgumentException if its source is not in the checkout
  public Sources of(Class<?> type) {
    String start = name(type);
    if (!files.containsKey(start)) {
      throw new IllegalArgumentException(
          "type must have its source in the checkout, was " + type.getName());
    }
    TreeMap<String, String> found = new TreeMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(start));
    if (files.containsKey(SEEDS)) {
      open.add(SEEDS);
    }
    while (!open.isEmpty()) {
      String name = open.pop();
      if (!found.containsKey(name)) {
        SourceFile file = read.computeIfAbsent(name, this::read);
        found.put(name, file.digest);
        open.addAll(file.uses);
      }
    }
    return new Sources(found);
  }

  /// Where a file lies in the checkout, with slashes.
  ///
  /// @param name one of [Sources#files]
  String place(String name) {
    return slashed(checkout.relativize(files.get(name)));
  }

  /// A file's digest: over its tokens, or over its bytes where it is no Java.
  static String digest(String name, byte[] content) {
    String whole =
        name.endsWith(JAVA)
            ? Sha256.hex(String.join("\n", JavaTokens.of(new String(content, UTF_8))))
            : Sha256.hex(content);
    return whole.substring(0, Sha256.SHORT);
  }

  private SourceFile read(String name) {
    try {
      byte[] content = Files.readAllBytes(files.get(name));
      Set<String> uses = name.endsWith(JAVA) ? uses(name, new String(content, UTF_8)) : Set.of();
      return new SourceFile(digest(name, content), uses);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Set<String> uses(String name, String text) {
    List<String> tokens = JavaTokens.of(text);
    Set<String> uses = new TreeSet<>();
    String home = packageOf(name);
    Set<String> neighbours = packages.getOrDefault(home, Set.of());
    String folder = home.replace('.', '/') + "/";
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      if (token.equals(ROOT) && (i == 0 || !tokens.get(i - 1).equals("."))) {
        named(tokens, i, uses);
      } else if (neighbours.contains(token)) {
        uses.add(file(home, token));
      } else if (token.startsWith("\"")) {
        String resource = folder + token.substring(1, token.length() - 1);
        if (files.containsKey(resource)) {
          uses.add(resource);
        }
      }
    }
    return uses;
  }

  /// A name in full from `engram` on: a type, a member of one, or all of a package.
  private void named(List<String> tokens, int at, Set<String> uses) {
    StringBuilder prefix = new StringBuilder(ROOT);
    for (int i = at + 1; i + 1 < tokens.size() && tokens.get(i).equals("."); i += 2) {
      String next = tokens.get(i + 1);
      Set<String> types = packages.getOrDefault(prefix.toString(), Set.of());
      if (types.contains(next)) {
        uses.add(file(prefix.toString(), next));
        return;
      }
      if (next.equals("*")) {
        types.forEach(type -> uses.add(file(prefix.toString(), type)));
        return;
      }
      prefix.append('.').append(next);
    }
  }

  private static String file(String home, String type) {
    return home.replace('.', '/') + "/" + type + JAVA;
  }
}
