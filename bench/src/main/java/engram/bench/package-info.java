// SPDX-License-Identifier: Apache-2.0
/// Measurements of speed, as ratios in one run.
///
/// No references.
@NullMarked
package engram.bench;

import org.jspecify.annotations.NullMarked;
