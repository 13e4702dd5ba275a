// SPDX-License-Identifier: Apache-2.0
package engram.lab;

/// How far a long piece of work is. Calls are cheap; whoever shows it decides how often. Also the
/// place where a replicate that was asked to stop (Ctrl-C) leaves its work, by an exception of the
/// lab's.
public interface Progress {
  /// So many of the total are done.
  void at(long done);
}
