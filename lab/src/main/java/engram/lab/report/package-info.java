// SPDX-License-Identifier: Apache-2.0
/// Reports: from values to one self-contained HTML file that needs no network. Everything here is a
/// pure function; whoever calls it reads and writes files.
///
/// Reading order: [engram.lab.report.ReportContent], [engram.lab.report.Report],
/// [engram.lab.report.LedgerIndex]. Figures are drawn by [engram.lab.draw.FigureSvg]; words and
/// numbers of verdicts come from [engram.lab.judge.Wording].
///
/// No references.
@NullMarked
package engram.lab.report;

import org.jspecify.annotations.NullMarked;
