// SPDX-License-Identifier: Apache-2.0
/// A person's own claim: a `.java` file compiled in memory becomes a study like any other. Studies
/// in jars need nothing of this: a services file on the class path is enough.
///
/// Reading order: [engram.cli.own.OwnClaim], then `Compilation` (bytes from a file) and
/// `ClassesInMemory` (classes from bytes, found as services).
///
/// No references.
@NullMarked
package engram.cli.own;

import org.jspecify.annotations.NullMarked;
