// SPDX-License-Identifier: Apache-2.0
/// What the pages of paper 47 share: [engram.paper.htm.shared.Arms], the names of the same thing on
/// several pages.
///
/// No references.
@NullMarked
package engram.paper.htm.shared;

import org.jspecify.annotations.NullMarked;
