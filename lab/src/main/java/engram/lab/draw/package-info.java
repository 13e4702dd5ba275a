// SPDX-License-Identifier: Apache-2.0
/// Figures drawn: as static SVG, as JSON with the script that draws it, and as tables. Everything
/// here is a pure function of a [engram.lab.figure.Figure]; whoever calls it writes the files.
///
/// Reading order: [engram.lab.draw.FigureSvg], [engram.lab.draw.FigureSheet] (several under each
/// other), [engram.lab.draw.FigureJson], [engram.lab.draw.FigureTable],
/// [engram.lab.draw.AxisScale], [engram.lab.draw.Markup].
///
/// References:
/// 1. Okabe, M. and Ito, K. Color universal design, 2008: the colours of series.
/// 2. Smith, N. and van der Walt, S. viridis, matplotlib 1.5, 2015 (CC0): the colours of maps.
@NullMarked
package engram.lab.draw;

import org.jspecify.annotations.NullMarked;
