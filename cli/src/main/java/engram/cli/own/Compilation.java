// SPDX-License-Identifier: Apache-2.0
package engram.cli.own;

import engram.cli.words.UsageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/// One `.java` file compiled by the JDK's own compiler, against everything on the class path,
/// without a file written.
final class Compilation {
  private Compilation() {}

  /// The file's classes, as bytes by name.
  ///
  /// @throws UsageException if it does not compile, with the compiler's own messages, each with
  ///   line and column
  static Map<String, byte[]> of(Path file) {
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
}
