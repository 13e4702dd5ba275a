// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import com.tngtech.archunit.core.domain.JavaAccess;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// A line of `forbidden-apis.txt`: `OWNER#MEMBER | packages where it may stand, or - | why`. A
/// member `*` stands for all.
///
/// @param owner the type's full name
/// @param member the method's or field's name, or `*`
/// @param allowedIn packages below the root where it may stand
/// @param why the reason, for whoever meets it
record ForbiddenApi(String owner, String member, List<String> allowedIn, String why) {
  /// Reads the list.
  static List<ForbiddenApi> read(Path file) {
    return House.text(file)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(ForbiddenApi::parse)
        .toList();
  }

  private static ForbiddenApi parse(String line) {
    String[] cells = line.split("\\|", 3);
    String[] name = cells[0].strip().split("#", 2);
    List<String> allowed =
        cells[1].strip().equals("-")
            ? List.of()
            : Arrays.stream(cells[1].split(",")).map(String::strip).toList();
    return new ForbiddenApi(name[0], name[1], allowed, cells[2].strip());
  }

  boolean matches(JavaAccess<?> access, String root) {
    return access.getTargetOwner().getName().equals(owner)
        && (member.equals("*") || access.getName().equals(member))
        && allowedIn.stream()
            .noneMatch(p ->
                (access.getOriginOwner().getPackageName() + ".").startsWith(root + "." + p + "."));
  }
}
