// SPDX-License-Identifier: Apache-2.0
package engram.cli.run;

import engram.lab.Experiment;
import engram.lab.Paper;
import engram.lab.Study;
import engram.lab.claim.Known;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// A person's own claim: one `.java` file, compiled in memory, with one or more public experiments
/// (or a whole study) in it.
public final class OwnClaim {
  private OwnClaim() {}

  /// Compiles the file and finds its study; experiments without one become the study of the file.
  ///
  /// @throws UsageException if the file is not there, does not compile (with the compiler's own
  ///   message, line and column), or holds nothing to run
  public static Study study(Path file) {
    if (!Files.isReadable(file)) {
      throw new UsageException("no file " + file + " to check");
    }
    Map<String, byte[]> classes = compile(file);
    Memory loader = new Memory(classes, OwnClaim.class.getClassLoader());
    List<Study> studies = loader.services(Study.class);
    if (studies.size() == 1) {
      requireClaims(file, studies.getFirst().experiments());
      return studies.getFirst();
    }
    @SuppressWarnings("unchecked")
    List<Experiment<?>> experiments =
        (List<Experiment<?>>) (List<?>) loader.services(Experiment.class);
    if (experiments.isEmpty()) {
      throw new UsageException(
          file
              + " holds no public class that implements engram.lab.Experiment and has a public constructor without arguments");
    }
    requireClaims(file, experiments);
    return new Own(paper(file), experiments);
  }

  /// Asks for the claims: what the contract refuses in them is a mistake of the file's author.
  private static void requireClaims(Path file, List<Experiment<?>> experiments) {
    try {
      experiments.forEach(Experiment::claims);
    } catch (IllegalArgumentException | IllegalStateException e) {
      UsageException usage = new UsageException(file + ": " + e.getMessage());
      usage.initCause(e);
      throw usage;
    }
  }

  private record Own(Paper paper, List<Experiment<?>> experiments) implements Study {}

  private static Paper paper(Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.java$", "");
    String slug =
        name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    return new Paper(
        slug.isEmpty() ? "own-claim" : slug,
        0,
        new Paper.Citation(name, "your own claim", 0, ""),
        Known.NOT_STATED,
        "nothing was published",
        List.of(),
        List.of());
  }

  private static Map<String, byte[]> compile(Path file) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    Map<String, ByteArrayOutputStream> written = new LinkedHashMap<>();
    try (StandardJavaFileManager standard =
            compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8);
        JavaFileManager files = new InMemory(standard, written)) {
      boolean compiled =
          compiler
              .getTask(
                  null,
                  files,
                  said,
                  List.of(
                      "-proc:none", "-Xlint:none", "-cp", System.getProperty("java.class.path")),
                  null,
                  standard.getJavaFileObjects(file))
              .call();
      if (!compiled) {
        throw new UsageException(complaint(file, said));
      }
    } catch (IOException e) {
      throw new UsageException(file + " cannot be read: " + e.getMessage());
    }
    Map<String, byte[]> classes = new LinkedHashMap<>();
    written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
    return classes;
  }

  private static String complaint(Path file, DiagnosticCollector<JavaFileObject> said) {
    return said.getDiagnostics().stream()
        .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .map(d ->
            file
                + ":"
                + d.getLineNumber()
                + ":"
                + d.getColumnNumber()
                + ": "
                + d.getMessage(Locale.ROOT))
        .collect(Collectors.joining("\n"));
  }

  /// Keeps classes in memory instead of files.
  private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> written;

    InMemory(JavaFileManager below, Map<String, ByteArrayOutputStream> written) {
      super(below);
      this.written = written;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(
          URI.create("memory:///" + name.replace('.', '/') + kind.extension), kind) {
        @Override
        public OutputStream openOutputStream() {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          written.put(name, bytes);
          return bytes;
        }
      };
    }
  }

  /// Loads classes from memory, and answers ServiceLoader as if a services file lay beside them.
  private static final class Memory extends ClassLoader {
    private static final String SERVICES = "META-INF/services/";
    private final Map<String, byte[]> classes;

    Memory(Map<String, byte[]> classes, ClassLoader parent) {
      super(parent);
      this.classes = classes;
    }

    <S> List<S> services(Class<S> service) {
      List<S> found = new ArrayList<>();
      ServiceLoader.load(service, this).stream()
          .filter(p -> classes.containsKey(p.type().getName()))
          .forEach(p -> found.add(p.get()));
      return found;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
      if (!name.startsWith(SERVICES)) {
        return super.findResources(name);
      }
      String service = name.substring(SERVICES.length());
      List<String> types = classes.keySet().stream().filter(t -> serves(t, service)).toList();
      return Collections.enumeration(List.of(resource(String.join("\n", types))));
    }

    private boolean serves(String type, String service) {
      try {
        Class<?> loaded = loadClass(type);
        return Class.forName(service, false, getParent()).isAssignableFrom(loaded)
            && java.lang.reflect.Modifier.isPublic(loaded.getModifiers())
            && !java.lang.reflect.Modifier.isAbstract(loaded.getModifiers())
            && hasPlainConstructor(loaded);
      } catch (ClassNotFoundException _) {
        return false;
      }
    }

    private static boolean hasPlainConstructor(Class<?> type) {
      for (java.lang.reflect.Constructor<?> constructor : type.getConstructors()) {
        if (constructor.getParameterCount() == 0) {
          return true;
        }
      }
      return false;
    }

    private static URL resource(String text) throws MalformedURLException {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return URL.of(
          URI.create("memory:///services"),
          new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(@Nullable URL url) {
              return new URLConnection(url) {
                @Override
                public void connect() {}

                @Override
                public InputStream getInputStream() {
                  return new ByteArrayInputStream(bytes);
                }
              };
            }
          });
    }
  }
}
