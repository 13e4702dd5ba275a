// SPDX-License-Identifier: Apache-2.0
/// Parameters of an experiment: a record whose components carry unit, range and a line of
/// documentation. From these come `--set`, its checks and the tables of `show`.
///
/// Reading order: [engram.lab.parameter.Param], [engram.lab.parameter.Parameters].
///
/// No references.
@NullMarked
package engram.lab.parameter;

import org.jspecify.annotations.NullMarked;
