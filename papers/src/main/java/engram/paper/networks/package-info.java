// SPDX-License-Identifier: Apache-2.0
/// Study 53, `reference-networks`: the networks by which simulators of spiking neurons are
/// measured, beside other simulators and beside theory. [1] to [5] of `engram.spiking.reference`
/// say which.
///
/// **What could be read.** Scripts that run these networks in Brian2 and NEST, and a sheet of
/// requirements. Brian2 2.9.0 and NEST 3.10.0 were run beside it; what they measured stands in
/// [engram.paper.networks.PeerFigures].
///
/// **What is reproduced.** Rates, CVs and correlations of COBA, CUBA, Brunel's network, the STDP
/// benchmark and the microcircuit. Rates of Brunel's network by Siegert's formula. What comes of
/// the column at a tenth of its size.
///
/// **The whole column.** It runs by `--scale full` alone, so the ledger does not have it. Once
/// here, on 29 November 2026 with seed 42, in five minutes on two cores: over five columns of ten
/// seconds each the mean rates of all eight populations are within 2.2 % of the known ones, those
/// of single columns within 5 %, and the claim holds.
///
/// **What the sheet has otherwise.** COBA fires at 20.0 +- 1.0 Hz there. That was one network:
/// rates of networks that one recipe draws have a standard deviation of 1.5 Hz about 19.5, in
/// Brian2, in NEST and here. They differ so much because the numbers of inputs do; of two methods
/// on the same network the rates differ by no more than of two starts. Brunel's network at g 5, eta
/// 2 is called asynchronous and irregular; with the reset of programs its CV is .17, since mean
/// input alone reaches the threshold.
///
/// Reading order: [engram.paper.networks.ReferenceNetworks],
/// [engram.paper.networks.NetworksClaims], [engram.paper.networks.PeerFigures],
/// [engram.paper.networks.Setting], [engram.paper.networks.Reading],
/// [engram.paper.networks.IntegrateAndFire], [engram.paper.networks.BrunelMeanField],
/// [engram.paper.networks.StdpBalance], [engram.paper.networks.ScaledColumn] and
/// [engram.paper.networks.WholeColumn] with [engram.paper.networks.Column];
/// [engram.paper.networks.Raster] and [engram.paper.networks.NetworksFigures].
///
/// References: see `engram.spiking.reference`.
@NullMarked
package engram.paper.networks;

import org.jspecify.annotations.NullMarked;
