// SPDX-License-Identifier: Apache-2.0
/// Where a piece of code comes from: the annotation that ties an equation of a paper to the type
/// that implements it and to its test.
///
/// Reading order: [engram.source.FromPaper].
///
/// No references.
@NullMarked
package engram.source;

import org.jspecify.annotations.NullMarked;
