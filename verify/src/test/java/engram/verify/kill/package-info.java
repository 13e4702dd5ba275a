// SPDX-License-Identifier: Apache-2.0
/// Runs in processes of their own, which are killed, or share a folder.
///
/// Reading order: [engram.verify.kill.Wanderer] (the experiment), [engram.verify.kill.Forked] (the
/// process), [engram.verify.kill.KillTest]; [engram.verify.kill.ForkedStream],
/// [engram.verify.kill.StreamKillTest].
///
/// No references.
@NullMarked
package engram.verify.kill;

import org.jspecify.annotations.NullMarked;
