// SPDX-License-Identifier: Apache-2.0
/// The loops in their two forms, behind the facades of `engram.kernel`, which alone call them:
/// arguments have been checked by the time a loop runs. Exported to nobody.
///
/// Reading order: [engram.kernel.internal.Loops] says what exists twice and in which order it adds;
/// `Elementary` and `ScalarLoops` are the definitions; `VectorLoops` is the fast form, with
/// `VectorElementary`, `VectorTiles`, `VectorFloatStrips` and `VectorDoubleStrips` for what must be
/// written out; [engram.kernel.internal.Form] chooses one for the process;
/// [engram.kernel.internal.Ranges] refuses what leaves its array, and `FloatRoom` and `DoubleRoom`
/// keep the arrays in which loops work.
///
/// References: J.-M. Muller et al. (2018). Handbook of Floating-Point Arithmetic, 2nd edition,
/// chapters 10 and 11, doi:10.1007/978-3-319-76526-6.
@NullMarked
package engram.kernel.internal;

import org.jspecify.annotations.NullMarked;
