// SPDX-License-Identifier: Apache-2.0
/// Taxi demand in New York, two and a half hours ahead, in paper 47: the authors' saved forecasts,
/// and our own memory's with their likelihood, also after the pattern of demand changes, beside
/// rivals of our own and rules of the calendar that the paper leaves out.
///
/// Reading order: [engram.paper.htm.taxi.SavedForecasts], [engram.paper.htm.taxi.TaxiDemand] with
/// [engram.paper.htm.taxi.TaxiSetting] and [engram.paper.htm.taxi.Taxi],
/// [engram.paper.htm.taxi.TaxiLikelihood] with [engram.paper.htm.taxi.Told],
/// [engram.paper.htm.taxi.TaxiChange] with [engram.paper.htm.taxi.Twins],
/// [engram.paper.htm.taxi.TaxiRivals] with [engram.paper.htm.taxi.Candidate] and
/// [engram.paper.htm.taxi.Tuning]. The claims stand in [engram.paper.htm.taxi.DemandClaims] and
/// [engram.paper.htm.taxi.TaxiClaims].
///
/// References: see [engram.paper.htm], [1].
@NullMarked
package engram.paper.htm.taxi;

import org.jspecify.annotations.NullMarked;
