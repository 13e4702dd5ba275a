// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import engram.lab.Study;
import engram.lab.judge.Amendments;
import engram.lab.judge.ClaimsLock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.ServiceLoader;

/// Freezes every claim that is not frozen yet: appends its line to `papers/claims.lock`. Run it
/// before an experiment's first run, never after.
final class FreezeClaims {
  private FreezeClaims() {}

  public static void main(String[] arguments) {
    List<Study> studies =
        ServiceLoader.load(Study.class).stream().map(ServiceLoader.Provider::get).toList();
    List<ClaimsLock.Line> added =
        ClaimsLock.freeze(
            Repository.file("papers/claims.lock"),
            studies,
            LocalDate.now(ZoneOffset.UTC),
            Amendments.read(Repository.file("docs/amendments.md")));
    added.forEach(System.out::println);
    System.out.println(added.size() + " claims frozen in " + studies.size() + " studies");
  }
}
