// SPDX-License-Identifier: Apache-2.0
/// One package a paper below this one: its experiments and claims, and no mechanism.
///
/// Papers do not know each other; what two of them share moves down into a family of the core.
///
/// No references.
@NullMarked
package engram.paper;

import org.jspecify.annotations.NullMarked;
