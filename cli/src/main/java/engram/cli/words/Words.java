// SPDX-License-Identifier: Apache-2.0
package engram.cli.words;

import java.util.Locale;

/// Small words of the screen.
public final class Words {
  private Words() {}

  /// An enum's name as a person types it.
  public static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// `8 s`, `1:05 min`, `2:10 h`.
  public static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole < 1 ? "under 1 s" : whole + " s";
    }
    return whole < 3600
        ? "%d:%02d min".formatted(whole / 60, whole % 60)
        : "%d:%02d h".formatted(whole / 3600, whole / 60 % 60);
  }

  /// `about 8 s`, `under 1 s`.
  public static String about(double seconds) {
    return seconds < 0.5 ? duration(seconds) : "about " + duration(seconds);
  }

  /// `1 claim`, `2 claims`.
  public static String count(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /// A text with its long digests cut to 12 digits, enough to tell two apart on a screen.
  public static String brief(String text) {
    return text.replaceAll("\\b([0-9a-f]{12})[0-9a-f]{20,}\\b", "$1");
  }
}
