// SPDX-License-Identifier: Apache-2.0
package engram.lab.store;

import engram.lab.measure.Replicate;

/// A finished replicate as it was read from its file.
///
/// @param replicate what it measured
/// @param digest over what it measured, recomputed in reading
/// @param seconds that it took, all of its parts together where it was interrupted
public record FinishedReplicate(Replicate replicate, String digest, double seconds) {}
