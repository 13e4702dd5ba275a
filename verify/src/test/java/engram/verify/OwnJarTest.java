// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.cli.run.Catalogue;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A study in a jar on the path is one of the papers.
final class OwnJarTest {
  private static final String SOURCE =
      """
      public final class Mine implements engram.lab.Study {
        public engram.lab.Paper paper() {
          return new engram.lab.Paper("mine", 999, new engram.lab.Paper.Citation("My study", "me", 2026, ""),
              engram.lab.claim.Known.NOT_STATED, "nothing", java.util.List.of(), java.util.List.of());
        }
        public java.util.List<engram.lab.Experiment<?>> experiments() {
          return java.util.List.of();
        }
      }
      """;

  @Test
  void isFoundByItsServicesFile(@TempDir Path folder) throws IOException {
    Path jar = jar(folder);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader withJar = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
      thread.setContextClassLoader(withJar);
      assertEquals("My study", Catalogue.load().study("mine").paper().citation().title());
      assertTrue(Catalogue.load().studies().size() > 3, "the built-in papers stay");
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static Path jar(Path folder) throws IOException {
    Path source = Files.writeString(folder.resolve("Mine.java"), SOURCE);
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                source.toString());
    assertEquals(0, failed, "the study compiles");
    Path jar = folder.resolve("mine.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry("Mine.class"));
      out.write(Files.readAllBytes(folder.resolve("Mine.class")));
      out.putNextEntry(new JarEntry("META-INF/services/engram.lab.Study"));
      out.write("Mine".getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }
}
