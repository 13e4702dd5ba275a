// SPDX-License-Identifier: Apache-2.0
/// Faults planted on purpose: every rule of the house must find one here. Nothing of this runs.
///
/// No references.
@NullMarked
package engram.verify.planted;

import org.jspecify.annotations.NullMarked;
