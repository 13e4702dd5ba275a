// SPDX-License-Identifier: Apache-2.0
package engram.sequence.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Encodes several things about one value, side by side.
///
/// ```java
/// MultiEncoder<TimedValue> both =
///     MultiEncoder.of(TimedValue::value, numbers).and(TimedValue::time, dates);
/// ```
///
/// @param <T> what it encodes
public final class MultiEncoder<T> implements Encoder<T> {
  private record Part<T, V>(Function<? super T, ? extends V> of, Encoder<V> encoder) {
    void encode(T value, int at, ActiveBits into) {
      encoder.encode(of.apply(value), at, into);
    }
  }

  private final List<Part<T, ?>> parts;
  private final int width;

  private MultiEncoder(List<Part<T, ?>> parts) {
    this.parts = List.copyOf(parts);
    this.width = parts.stream().mapToInt(part -> part.encoder().width()).sum();
  }

  /// An encoder of one thing about a value.
  public static <T, V> MultiEncoder<T> of(
      Function<? super T, ? extends V> part, Encoder<V> encoder) {
    return new MultiEncoder<>(List.of(new Part<T, V>(part, encoder)));
  }

  /// The same with one more thing behind.
  public <V> MultiEncoder<T> and(Function<? super T, ? extends V> part, Encoder<V> encoder) {
    List<Part<T, ?>> more = new ArrayList<>(parts);
    more.add(new Part<T, V>(part, encoder));
    return new MultiEncoder<>(more);
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public void encode(T value, int at, ActiveBits into) {
    int from = at;
    for (Part<T, ?> part : parts) {
      part.encode(value, from, into);
      from += part.encoder().width();
    }
  }
}
