// SPDX-License-Identifier: Apache-2.0
/// What can go wrong that is not an argument's fault: five kinds, each with an exit code of its own
/// on the command line.
///
/// Wrong arguments are `IllegalArgumentException` with the message `name must be RULE, was VALUE`;
/// use out of order is `IllegalStateException`. Everything else that a person can meet is one of
/// the five here, and nothing is swallowed.
///
/// Reading order: [engram.error.EngramException], then the five.
///
/// No references.
@NullMarked
package engram.error;

import org.jspecify.annotations.NullMarked;
