// SPDX-License-Identifier: Apache-2.0
/// `engram use spikes`: what a file of spikes says, and how far two of them are apart.
///
/// Reading order: [engram.cli.use.spikes.SpikesTool] with [engram.cli.use.spikes.SpikeOptions];
/// [engram.cli.use.spikes.Recording] (a file that is surveyed, sorted if it must be) over
/// [engram.cli.use.spikes.ShownReading]; [engram.cli.use.spikes.PortraitText] (what is printed of
/// it), [engram.cli.use.spikes.SpikePictures] (what is drawn of it); [engram.cli.use.spikes.Apart]
/// and [engram.cli.use.spikes.ApartText] for two files.
///
/// No references.
@NullMarked
package engram.cli.use.spikes;

import org.jspecify.annotations.NullMarked;
