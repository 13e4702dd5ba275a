// SPDX-License-Identifier: Apache-2.0
package engram.paper.htm.shared;

/// What the pages call the same thing by.
public final class Arms {
  /// The paper's memory.
  public static final String MEMORY = "sequence memory";

  /// The memory without what makes it of high order.
  public static final String ONE_CELL = "one cell a column";

  /// The memory on symbols whose order says nothing.
  public static final String SHUFFLED = "sequences shuffled";

  /// The memory on taxi demand whose order says nothing.
  public static final String MIXED = "counts in random order";

  /// The rival on line.
  public static final String ELM = "OS-ELM";

  /// What is known of demand without any order.
  public static final String MARGINAL = "any value of the last four weeks";

  private Arms() {}
}
