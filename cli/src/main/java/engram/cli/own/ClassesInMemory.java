// SPDX-License-Identifier: Apache-2.0
package engram.cli.own;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/// Loads classes from memory, and answers ServiceLoader as if a services file lay beside them.
final class ClassesInMemory extends ClassLoader {
  private static final String SERVICES = "META-INF/services/";
  private final Map<String, byte[]> classes;

  ClassesInMemory(Map<String, byte[]> classes, ClassLoader parent) {
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
          && Modifier.isPublic(loaded.getModifiers())
          && !Modifier.isAbstract(loaded.getModifiers())
          && hasPlainConstructor(loaded);
    } catch (ClassNotFoundException _) {
      return false;
    }
  }

  private static boolean hasPlainConstructor(Class<?> type) {
    for (Constructor<?> constructor : type.getConstructors()) {
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
