// SPDX-License-Identifier: Apache-2.0
package engram.state;

import engram.error.DataCorruptException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The JSON header of a safetensors file, and nothing of JSON beyond it: an object of descriptions
/// `{"dtype":text,"shape":[whole numbers],"data_offsets":[begin,end]}`, and under `__metadata__` an
/// object of texts. The grammar has a fixed depth, so that no input makes the parser recurse; each
/// key may stand once.
final class Header {
  /// The name under which texts stand.
  static final String METADATA = "__metadata__";

  private static final int MAX_RANK = 32;

  /// What the header says of one tensor; not yet checked against the data.
  @SuppressWarnings("ArrayRecordComponent") // read once by the layout's check, never compared
  record Description(String dtype, long[] shape, long begin, long end) {}

  /// A parsed header.
  record Parsed(Map<String, Description> tensors, Map<String, String> metadata) {}

  private final String where;
  private final String text;
  private int at;

  private Header(String where, String text) {
    this.where = where;
    this.text = text;
  }

  /// Parses the UTF-8 bytes of a header.
  ///
  /// @param where the file, for messages
  static Parsed parse(String where, ByteBuffer bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new DataCorruptException(where + ": header must be UTF-8, was not", e);
    }
    return new Header(where, text).header();
  }

  /// Writes a JSON text with its quotes.
  static void quote(StringBuilder into, String value) {
    into.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        into.append('\\').append(c);
      } else if (c < ' ') {
        into.append(String.format("\\u%04x", (int) c));
      } else {
        into.append(c);
      }
    }
    into.append('"');
  }

  private Parsed header() {
    Map<String, Description> tensors = new LinkedHashMap<>();
    @Nullable Map<String, String> metadata = null;
    if (begins('{', '}')) {
      do {
        String name = key();
        if (name.equals(METADATA)) {
          if (metadata != null) {
            throw bad("one " + METADATA, "a second");
          }
          metadata = texts();
        } else if (tensors.put(name, description()) != null) {
          throw bad("each name once", "'" + name + "' again");
        }
      } while (continues('}'));
    }
    blanks();
    if (at < text.length()) {
      throw bad("nothing after the header", seen());
    }
    return new Parsed(tensors, metadata == null ? Map.of() : metadata);
  }

  private Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    if (begins('{', '}')) {
      do {
        String key = key();
        blanks();
        if (texts.put(key, string()) != null) {
          throw bad("each key once", "'" + key + "' again");
        }
      } while (continues('}'));
    }
    return texts;
  }

  private Description description() {
    @Nullable String dtype = null;
    long @Nullable [] shape = null;
    long @Nullable [] offsets = null;
    if (begins('{', '}')) {
      do {
        String key = key();
        blanks();
        if (key.equals("dtype") && dtype == null) {
          dtype = string();
        } else if (key.equals("shape") && shape == null) {
          shape = numbers();
        } else if (key.equals("data_offsets") && offsets == null) {
          offsets = numbers();
        } else {
          throw bad("dtype, shape and data_offsets, each once", "'" + key + "'");
        }
      } while (continues('}'));
    }
    if (dtype == null || shape == null || offsets == null || offsets.length != 2) {
      throw bad("a tensor with dtype, shape and two data_offsets", "without");
    }
    return new Description(dtype, shape, offsets[0], offsets[1]);
  }

  private long[] numbers() {
    long[] numbers = new long[MAX_RANK];
    int count = 0;
    if (begins('[', ']')) {
      do {
        if (count == MAX_RANK) {
          throw bad("at most " + MAX_RANK + " extents", "more");
        }
        blanks();
        numbers[count++] = number();
      } while (continues(']'));
    }
    return Arrays.copyOf(numbers, count);
  }

  private long number() {
    int from = at;
    long value = 0;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      value = 10 * value + (text.charAt(at++) - '0');
    }
    int digits = at - from;
    if (digits == 0 || digits > 18 || (digits > 1 && text.charAt(from) == '0')) {
      throw bad("a whole number below 10^18", digits == 0 ? seen() : "another");
    }
    return value;
  }

  private String key() {
    blanks();
    String key = string();
    blanks();
    take(':');
    return key;
  }

  private String string() {
    take('"');
    StringBuilder value = new StringBuilder();
    boolean surrogates = false;
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      if (c < ' ') {
        throw bad("a text without control characters", "one with");
      }
      char meant = c == '\\' ? escaped() : c;
      surrogates |= Character.isSurrogate(meant);
      value.append(meant);
    }
    take('"');
    String whole = value.toString();
    if (surrogates && !StandardCharsets.UTF_8.newEncoder().canEncode(whole)) {
      throw bad("a text in Unicode", "half a surrogate pair");
    }
    return whole;
  }

  private char escaped() {
    char c = at < text.length() ? text.charAt(at++) : 0;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hexadecimal();
      default -> throw bad("an escape of JSON", "another");
    };
  }

  private char hexadecimal() {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      char c = at < text.length() ? text.charAt(at++) : 0;
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw bad("four hexadecimal digits", "fewer");
      }
      value = 16 * value + digit;
    }
    return (char) value;
  }

  /// Takes the opening sign; false if the closing sign follows at once, which is taken too.
  private boolean begins(char open, char close) {
    blanks();
    take(open);
    blanks();
    if (at < text.length() && text.charAt(at) == close) {
      at++;
      return false;
    }
    return true;
  }

  /// Takes a comma, and is true; or the closing sign, and is false.
  private boolean continues(char close) {
    blanks();
    if (at < text.length() && text.charAt(at) == ',') {
      at++;
      return true;
    }
    take(close);
    return false;
  }

  private void take(char wanted) {
    if (at >= text.length() || text.charAt(at) != wanted) {
      throw bad("'" + wanted + "'", seen());
    }
    at++;
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private String seen() {
    if (at >= text.length()) {
      return "the end";
    }
    char c = text.charAt(at);
    return c >= ' ' && c < 127 ? "'" + c + "'" : String.format("character %04x", (int) c);
  }

  private DataCorruptException bad(String rule, String was) {
    return new DataCorruptException(
        where + ": header must have " + rule + " at character " + at + ", was " + printable(was));
  }

  /// One short line of plain characters.
  static String printable(String was) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < was.length() && i < 60; i++) {
      char c = was.charAt(i);
      plain.append(c >= ' ' && c <= '~' ? c : '?');
    }
    return was.length() > 60 ? plain + "..." : plain.toString();
  }
}
