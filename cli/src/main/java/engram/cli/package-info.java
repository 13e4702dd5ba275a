// SPDX-License-Identifier: Apache-2.0
/// The command line.
///
/// Reading order: [engram.cli.Main].
///
/// No references.
@NullMarked
package engram.cli;

import org.jspecify.annotations.NullMarked;
