// SPDX-License-Identifier: Apache-2.0
/// Loops that everything else stands on, with the same bits from the scalar and the vector form.
///
/// Reading order: [engram.kernel.Workers].
///
/// No references.
@NullMarked
package engram.kernel;

import org.jspecify.annotations.NullMarked;
