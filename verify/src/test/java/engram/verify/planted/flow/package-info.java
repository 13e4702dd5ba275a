// SPDX-License-Identifier: Apache-2.0
/// Faults planted on purpose.
///
/// No references.
@NullMarked
package engram.verify.planted.flow;

import org.jspecify.annotations.NullMarked;
