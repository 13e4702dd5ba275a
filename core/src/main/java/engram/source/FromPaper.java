// SPDX-License-Identifier: Apache-2.0
package engram.source;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Ties a type to the place in a paper that it implements, or that it tests. `engram show SLUG
/// --code` prints the pairs with file and line; a test of the build fails where an implementing
/// type has no test with the same mark.
@Documented
@Repeatable(FromPaper.List.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface FromPaper {
  /// The paper's slug, such as `ska`.
  String value();

  /// The place in the paper: `eq. 12`, `sec. 3`, or `spec 4` where the paper itself could not be
  /// read.
  String at();

  /// Holds several marks on one type; the compiler writes it.
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface List {
    /// The marks.
    FromPaper[] value();
  }
}
