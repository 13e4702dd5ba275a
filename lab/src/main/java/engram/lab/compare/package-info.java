// SPDX-License-Identifier: Apache-2.0
/// Two runs side by side: whether they measured the same to the last bit, and where they differ
/// what was changed and by how much the measures moved.
///
/// Reading order: [engram.lab.compare.Sameness] (a run and its repetition),
/// [engram.lab.compare.Comparison] (two runs of one paper) with [engram.lab.compare.Changed] and
/// [engram.lab.compare.Moved].
///
/// References: [1] B. L. Welch: The generalization of Student's problem when several different
/// population variances are involved. Biometrika 34 (1947) 28-35, doi:10.1093/biomet/34.1-2.28.
@NullMarked
package engram.lab.compare;

import org.jspecify.annotations.NullMarked;
