// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.internal;

import java.util.List;

/// Elementwise operations one after the other, block by block: what one hands to the next stays in
/// a room that the first cache holds, and memory is read and written once for all of them. Each
/// element meets the same arithmetic as in loops over whole arrays, so the bits are the same.
///
/// A block is whole rows where rows matter, or a piece of one row where rows are longer.
public final class FusedLoop implements Step {
  /// Elements of a block at most, and so of every room.
  public static final int BLOCK = 1024;

  private final int size;
  private final int width;
  private final boolean pieces;
  private final int block;
  private final Stage[] before;
  private final Stage[] stages;

  /// A loop.
  ///
  /// @param size elements of the results
  /// @param width elements of a row; 0 if nothing depends on rows
  /// @param block elements of a block, see [#block]
  /// @param before what is done once, ahead of the first block
  /// @param stages what is done with each block, in order
  public FusedLoop(int size, int width, int block, List<Stage> before, List<Stage> stages) {
    this.size = size;
    this.width = Math.max(1, width);
    this.pieces = block < width;
    this.block = block;
    this.before = before.toArray(Stage[]::new);
    this.stages = stages.toArray(Stage[]::new);
  }

  /// Elements of a block: whole rows if they are short enough.
  public static int block(int size, int width) {
    return Math.min(size, width == 0 || width > BLOCK ? BLOCK : BLOCK / width * width);
  }

  @Override
  public void run() {
    for (Stage each : before) {
      each.run(0, 0, 0, block);
    }
    if (!pieces) {
      for (int at = 0; at < size; at += block) {
        work(at, at / width, 0, Math.min(block, size - at));
      }
      return;
    }
    for (int at = 0, row = 0; at < size; at += width, row++) {
      for (int inRow = 0; inRow < width; inRow += block) {
        work(at + inRow, row, inRow, Math.min(block, width - inRow));
      }
    }
  }

  private void work(int at, int row, int inRow, int count) {
    for (Stage each : stages) {
      each.run(at, row, inRow, count);
    }
  }
}
