// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The rules of the house, held against the house; and each of them held against a planted fault,
/// so that none passes over nothing.
final class HouseRulesTest {
  private static final int LEAST_CLASSES = 60;
  private static final String PLANTED = "engram.verify.planted";

  private static List<ForbiddenApi> forbidden() {
    return ForbiddenApi.read(
        House.root().resolve("verify/src/test/resources/engram/verify/forbidden-apis.txt"));
  }

  @TestFactory
  Stream<DynamicTest> theHouseKeeps() {
    JavaClasses house = House.classes();
    assertTrue(house.size() > LEAST_CLASSES, "the rules saw only " + house.size() + " classes");
    Map<String, ArchRule> rules = new HouseRules("engram").all(forbidden());
    return rules.entrySet().stream()
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> e.getValue().check(house)));
  }

  @TestFactory
  Stream<DynamicTest> aPlantedFaultBreaks() {
    JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);
    Map<String, ArchRule> rules = new HouseRules(PLANTED).all(forbidden());
    return rules.entrySet().stream()
        .map(e ->
            DynamicTest.dynamicTest(
                e.getKey(),
                () -> assertThrows(AssertionError.class, () -> e.getValue().check(planted))));
  }

  @Test
  void theForbiddenListIsRead() {
    assertFalse(forbidden().isEmpty());
  }
}
