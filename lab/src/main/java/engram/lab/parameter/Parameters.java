// SPDX-License-Identifier: Apache-2.0
package engram.lab.parameter;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads parameter records and makes changed copies of them. A component `tripleLoad` is called
/// `triple-load` outside. Components are `int`, `long`, `double`, `boolean`, an enum, a `String`,
/// or a `List` of `Integer` or `Double` (written `1,2,3`).
public final class Parameters {
  private Parameters() {}

  /// A component of a parameter record.
  ///
  /// @param name its name outside, words joined by hyphens
  /// @param kind what it takes: `whole number`, `number`, `true or false`, a list, or the names of
  ///   an enum
  /// @param param its description
  public record Description(String name, String kind, Param param) {}

  /// The components of a record type, in order.
  ///
  /// @throws IllegalStateException if a component lacks [Param] or has a type that is not allowed
  public static List<Description> describe(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(c -> new Description(nameOf(c), kindOf(c), paramOf(c)))
        .toList();
  }

  /// Name and value of each component, in order; lists as `1,2,3`.
  public static Map<String, String> values(Record record) {
    Map<String, String> values = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      values.put(nameOf(component), text(read(component, record)));
    }
    return values;
  }

  /// A copy with one component changed.
  ///
  /// @param name the component's name outside, such as `triple-load`
  /// @param value its new value as text
  /// @throws IllegalArgumentException if there is no such component, the text is not of its kind,
  ///   or the value is out of its range
  public static <P extends Record> P with(P record, String name, String value) {
    return with(record, Map.of(name, value));
  }

  /// A copy with several components changed at once, so that a rule over two of them is asked when
  /// both have their new values.
  ///
  /// @param changes new values as text by the components' names outside
  /// @throws IllegalArgumentException if there is no such component, a text is not of its kind, or
  ///   a value is out of its range
  public static <P extends Record> P with(P record, Map<String, String> changes) {
    @SuppressWarnings("unchecked")
    Class<P> type = (Class<P>) record.getClass();
    RecordComponent[] components = type.getRecordComponents();
    for (String name : changes.keySet()) {
      if (Arrays.stream(components).noneMatch(c -> nameOf(c).equals(name))) {
        throw new IllegalArgumentException(
            "parameter must be one of "
                + String.join(", ", values(record).keySet())
                + ", was "
                + name);
      }
    }
    @Nullable Object[] arguments = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String value = changes.get(nameOf(components[i]));
      arguments[i] = value == null ? read(components[i], record) : parse(components[i], value);
    }
    return construct(type, components, arguments);
  }

  private static <P extends Record> P construct(
      Class<P> type, RecordComponent[] components, @Nullable Object[] arguments) {
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<P> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw new IllegalStateException("constructor of " + type.getName() + " failed", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("record " + type.getName() + " cannot be constructed", e);
    }
  }

  private static Object read(RecordComponent component, Record record) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("component " + component.getName() + " cannot be read", e);
    }
  }

  private static String text(Object value) {
    return value instanceof List<?> list
        ? String.join(",", list.stream().map(Object::toString).toList())
        : value.toString();
  }

  private static String nameOf(RecordComponent component) {
    return component.getName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  private static Param paramOf(RecordComponent component) {
    Param param = component.getAnnotation(Param.class);
    if (param == null) {
      throw new IllegalStateException(
          "component "
              + component.getName()
              + " of "
              + component.getDeclaringRecord().getName()
              + " must carry @Param, was without");
    }
    return param;
  }

  private static String kindOf(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == int.class || type == long.class) {
      return "whole number";
    }
    if (type == double.class) {
      return "number";
    }
    if (type == boolean.class) {
      return "true or false";
    }
    if (type == String.class) {
      return "text";
    }
    if (type.isEnum()) {
      return String.join(
          " | ", Arrays.stream(type.getEnumConstants()).map(Parameters::enumName).toList());
    }
    if (type == List.class) {
      return elementOf(component) == Integer.class ? "whole numbers a,b,c" : "numbers a,b,c";
    }
    throw new IllegalStateException(
        "type of component " + component.getName() + " must be a kind of parameter, was " + type);
  }

  private static Type elementOf(RecordComponent component) {
    return ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
  }

  private static String enumName(Object constant) {
    return constant.toString().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Object parse(RecordComponent component, String text) {
    Class<?> type = component.getType();
    if (type == List.class) {
      List<Object> values = new ArrayList<>();
      for (String part : text.split(",", -1)) {
        values.add(
            elementOf(component) == Integer.class
                ? (Object) (int) whole(component, part, Integer.MIN_VALUE, Integer.MAX_VALUE)
                : (Object) number(component, part));
      }
      return List.copyOf(values);
    }
    if (type == int.class) {
      return (int) whole(component, text, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
    if (type == long.class) {
      return whole(component, text, Long.MIN_VALUE, Long.MAX_VALUE);
    }
    if (type == double.class) {
      return number(component, text);
    }
    if (type == boolean.class && (text.equals("true") || text.equals("false"))) {
      return text.equals("true");
    }
    if (type == String.class) {
      return text;
    }
    if (type.isEnum()) {
      for (Object constant : type.getEnumConstants()) {
        if (enumName(constant).equals(text.toLowerCase(Locale.ROOT).replace('_', '-'))) {
          return constant;
        }
      }
    }
    throw refused(component, kindOf(component), text);
  }

  private static long whole(RecordComponent component, String text, long least, long most) {
    try {
      long value = Long.parseLong(text.strip());
      if (value >= least && value <= most) {
        requireRange(component, (double) value, text);
        return value;
      }
    } catch (NumberFormatException _) {
      // Refused below, with the text that was given.
    }
    throw refused(component, "a whole number", text);
  }

  private static double number(RecordComponent component, String text) {
    double value;
    try {
      value = Double.parseDouble(text.strip());
    } catch (NumberFormatException _) {
      throw refused(component, "a number", text);
    }
    if (!Double.isFinite(value)) {
      throw refused(component, "a finite number", text);
    }
    requireRange(component, value, text);
    return value;
  }

  private static void requireRange(RecordComponent component, double value, String text) {
    Param param = paramOf(component);
    if (value < param.min() || value > param.max()) {
      throw refused(component, range(param), text);
    }
  }

  /// The range of a parameter in words: `at least 1`, `in [0, 1]`, or `any`.
  public static String range(Param param) {
    boolean low = param.min() > Double.NEGATIVE_INFINITY;
    boolean high = param.max() < Double.POSITIVE_INFINITY;
    if (low && high) {
      return "in [" + plain(param.min()) + ", " + plain(param.max()) + "]";
    }
    if (low) {
      return "at least " + plain(param.min());
    }
    return high ? "at most " + plain(param.max()) : "any";
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static IllegalArgumentException refused(
      RecordComponent component, String rule, String text) {
    return new IllegalArgumentException(nameOf(component) + " must be " + rule + ", was " + text);
  }
}
