// SPDX-License-Identifier: Apache-2.0
/// Systems as tools on a person's own numbers and data.
///
/// Reading order: [engram.cli.use.SdrTool]; [engram.cli.use.AnomalyTool] with
/// [engram.cli.use.AnomalyText] (what it prints), [engram.cli.use.ForecastTool], and
/// [engram.cli.use.StreamSession], which runs a machine over a table that may grow.
///
/// No references.
@NullMarked
package engram.cli.use;

import org.jspecify.annotations.NullMarked;
