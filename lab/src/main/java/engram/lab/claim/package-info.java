// SPDX-License-Identifier: Apache-2.0
/// A claim as a value: what is said, who said it, when it passes, and what could explain it away.
///
/// Reading order: [engram.lab.claim.Claim], [engram.lab.claim.PassLine],
/// [engram.lab.claim.Control], [engram.lab.claim.Published].
///
/// No references.
@NullMarked
package engram.lab.claim;

import org.jspecify.annotations.NullMarked;
