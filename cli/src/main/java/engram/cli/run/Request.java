// SPDX-License-Identifier: Apache-2.0
package engram.cli.run;

import engram.cli.words.Words;
import engram.lab.claim.Scale;
import java.util.Map;
import java.util.OptionalInt;

/// How a person wants something run.
///
/// @param scale how large
/// @param seed the root of all randomness
/// @param replicates how many, in place of what the claims ask for
/// @param overrides parameters by name
/// @param workers how many replicates at once
public record Request(
    Scale scale, long seed, OptionalInt replicates, Map<String, String> overrides, int workers) {
  /// The options that repeat this request, as one types them; the seed always.
  public String options() {
    StringBuilder text = new StringBuilder(" --seed ").append(seed);
    if (scale != Scale.SMALL) {
      text.append(" --scale ").append(Words.lower(scale));
    }
    replicates.ifPresent(n -> text.append(" --replicates ").append(n));
    overrides.forEach(
        (name, value) -> text.append(" --set ").append(name).append('=').append(value));
    return text.toString();
  }
}
