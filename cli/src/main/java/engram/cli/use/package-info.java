// SPDX-License-Identifier: Apache-2.0
/// Systems as tools on a person's own numbers and data.
///
/// Reading order: [engram.cli.use.SdrTool].
///
/// No references.
@NullMarked
package engram.cli.use;

import org.jspecify.annotations.NullMarked;
