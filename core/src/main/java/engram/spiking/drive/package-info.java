// SPDX-License-Identifier: Apache-2.0
/// What enters a network from outside: Poisson spikes, direct currents and pulses, noise, replay.
///
/// All randomness is keyed by (drive, neuron, step): it is the same for any number of threads, and
/// after a restored snapshot.
///
/// Reading order: [engram.spiking.drive.Drive] and [engram.spiking.drive.Injection];
/// [engram.spiking.drive.PoissonDrive], [engram.spiking.drive.ConstantDrive],
/// [engram.spiking.drive.NoiseDrive], [engram.spiking.drive.ReplayDrive],
/// [engram.spiking.drive.Port]; where and when they act, [engram.spiking.drive.Onto] and
/// [engram.spiking.drive.Window].
///
/// No references.
@NullMarked
package engram.spiking.drive;

import org.jspecify.annotations.NullMarked;
