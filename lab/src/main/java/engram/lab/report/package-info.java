// SPDX-License-Identifier: Apache-2.0
/// Reports: from values to one self-contained HTML file that needs no network, and figures as
/// static SVG. Everything here is a pure function; whoever calls it reads and writes files.
///
/// Reading order: [engram.lab.report.ReportContent], [engram.lab.report.Report],
/// [engram.lab.report.FigureSvg], [engram.lab.report.FigureJson], [engram.lab.report.FigureTable].
/// Words and numbers of verdicts come from [engram.lab.judge.Wording].
///
/// References:
/// 1. Okabe, M. and Ito, K. Color universal design, 2008: the colours of series.
/// 2. Smith, N. and van der Walt, S. viridis, matplotlib 1.5, 2015 (CC0): the colours of maps.
@NullMarked
package engram.lab.report;

import org.jspecify.annotations.NullMarked;
