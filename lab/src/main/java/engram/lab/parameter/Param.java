// SPDX-License-Identifier: Apache-2.0
package engram.lab.parameter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Describes a component of a parameter record: `@Param(doc = "filters a sign", min = 1) int
/// filters`.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Param {
  /// One line: what it is.
  String doc();

  /// Its unit; `1` for a pure number.
  String unit() default "1";

  /// The least value allowed, for numbers and for each number of a list.
  double min() default Double.NEGATIVE_INFINITY;

  /// The greatest value allowed, for numbers and for each number of a list.
  double max() default Double.POSITIVE_INFINITY;
}
