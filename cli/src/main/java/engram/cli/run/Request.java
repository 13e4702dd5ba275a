// SPDX-License-Identifier: Apache-2.0
package engram.cli.run;

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
/// @param command the command line, for the record
public record Request(
    Scale scale,
    long seed,
    OptionalInt replicates,
    Map<String, String> overrides,
    int workers,
    String command) {}
