// SPDX-License-Identifier: Apache-2.0
/// What the pages of paper 48 share: [engram.paper.pspm.shared.Setting], the parameters of most
/// pages; [engram.paper.pspm.shared.Recording], what every arm of a replicate is given;
/// [engram.paper.pspm.shared.Reading], what arms measure and how pages draw it.
///
/// No references.
@NullMarked
package engram.paper.pspm.shared;

import org.jspecify.annotations.NullMarked;
