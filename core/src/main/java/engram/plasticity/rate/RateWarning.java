// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.rate;

import java.util.Locale;
import java.util.Optional;

/// That a rate lies beyond a rule's stability bound. A value: whoever has a place to print prints
/// it.
///
/// @param rule the rule's name
/// @param rate the rate that was asked for
/// @param bound the largest rate that is known to be stable
public record RateWarning(String rule, double rate, double bound) {
  /// The warning, if the rate is above the bound.
  public static Optional<RateWarning> of(String rule, double rate, double bound) {
    return rate > bound ? Optional.of(new RateWarning(rule, rate, bound)) : Optional.empty();
  }

  /// The warning as a sentence.
  public String says() {
    return String.format(
        Locale.ROOT,
        "%s: the rate %.3g is beyond the stability bound %.3g for inputs of this size",
        rule,
        rate,
        bound);
  }
}
