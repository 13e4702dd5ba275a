// SPDX-License-Identifier: Apache-2.0
package engram.lab.draw;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Text files that are part of this program.
public final class Resource {
  private static final String ECHARTS =
      "META-INF/resources/webjars/echarts/5.3.1/dist/echarts.min.js";

  private Resource() {}

  /// A file in the package of a class.
  public static String beside(Class<?> neighbour, String name) {
    return read(name, neighbour.getResourceAsStream(name));
  }

  /// The drawing library.
  static String echarts() {
    return read("echarts.min.js", Resource.class.getClassLoader().getResourceAsStream(ECHARTS));
  }

  private static String read(String name, @Nullable InputStream stream) {
    if (stream == null) {
      throw new IllegalStateException("file " + name + " must be part of the program, was missing");
    }
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
