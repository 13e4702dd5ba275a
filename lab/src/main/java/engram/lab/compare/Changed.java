// SPDX-License-Identifier: Apache-2.0
package engram.lab.compare;

/// Something that two runs have differently before anything is measured: a parameter, the seed, the
/// machine.
///
/// @param name what it is: `seed`, `ultra-storage: gamma`, `JDK`
/// @param left the first run's
/// @param right the second run's
public record Changed(String name, String left, String right) {}
