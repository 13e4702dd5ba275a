// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import engram.autodiff.array.Values;
import engram.autodiff.internal.Stage;
import java.util.List;

/// Operations whose result at a place depends on the operands at that place alone. The compiler
/// runs several of them block by block, see [Fusion].
sealed interface Elementwise extends Operation permits Unary, Binary {
  /// What it does with a block.
  ///
  /// @param operands arrays that begin with the elements of the block
  /// @param target where the result is written from index 0 on; it may be an operand
  Stage stage(List<Values> operands, Values target);
}
