// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;

/// The rules of the house over compiled classes, each a value that a test can hold against the
/// house and against planted faults.
///
/// @param root the package that stands for the house: `engram`, or the root of planted faults
record HouseRules(String root) {
  /// No package needs, over any way, what needs it.
  ArchRule noCycles() {
    return slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  /// A package imports smaller layers, its own package, or, in the ground and in the lab, another
  /// of the layer (without cycles).
  ArchRule layers() {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            new ArchCondition<>("import smaller layers only") {
              @Override
              public void check(JavaClass from, ConditionEvents events) {
                for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                  JavaClass to = dependency.getTargetClass().getBaseComponentType();
                  if (inside(to) && !allowed(from, to)) {
                    events.add(SimpleConditionEvent.violated(from, dependency.getDescription()));
                  }
                }
              }
            });
  }

  private boolean inside(JavaClass type) {
    return type.getPackageName().startsWith(root + ".");
  }

  private boolean allowed(JavaClass from, JavaClass to) {
    String a = first(from);
    String b = first(to);
    int above = layer(a);
    int below = layer(b);
    if (a.equals(b)) {
      // Papers do not know each other; the packages of one paper, or of a family, may.
      return !a.equals("paper") || paper(from).equals(paper(to));
    }
    if (a.equals("lab")) {
      return below == 0 || b.equals("data");
    }
    return below < above || (above == 0 && below == 0);
  }

  private String first(JavaClass type) {
    return type.getPackageName().substring(root.length() + 1).split("\\.", 2)[0];
  }

  private String paper(JavaClass type) {
    String below = type.getPackageName().substring((root + ".paper").length());
    return below.isEmpty() ? below : below.substring(1).split("\\.", 2)[0];
  }

  private static int layer(String name) {
    Integer layer = House.LAYERS.get(name);
    if (layer == null) {
      throw new IllegalStateException(
          "package " + name + " has no layer: add it to House.LAYERS and docs/architecture.md");
    }
    return layer;
  }

  /// Only the command line knows picocli and the standard streams.
  ArchRule facesAlone() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackages(root + ".cli..", root + ".bench..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err");
  }

  /// Only the lab's store, ledger, figures and report and the faces speak JSON.
  ArchRule jsonAlone() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackages(
            root + ".lab.store..",
            root + ".lab.ledger..",
            root + ".lab.figure..",
            root + ".lab.draw..",
            root + ".lab.report..",
            root + ".cli..",
            root + ".bench..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("tools.jackson..");
  }

  /// Nothing of the forbidden list is called; a line of it may exempt packages.
  ArchRule forbiddenApis(List<ForbiddenApi> list) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            new ArchCondition<>("call nothing of the forbidden list") {
              @Override
              public void check(JavaClass from, ConditionEvents events) {
                for (JavaAccess<?> access : from.getAccessesFromSelf()) {
                  for (ForbiddenApi api : list) {
                    if (api.matches(access, root)) {
                      events.add(
                          SimpleConditionEvent.violated(
                              from, access.getDescription() + ": " + api.why()));
                    }
                  }
                }
              }
            });
  }

  /// No state in statics, no public fields but constants.
  ArchRule noMutableStatics() {
    return fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(root + "..")
        .and()
        .areStatic()
        .and(
            new DescribedPredicate<JavaField>("are not the compiler's") {
              @Override
              public boolean test(JavaField field) {
                return !field.getModifiers().contains(JavaModifier.SYNTHETIC);
              }
            })
        .should()
        .beFinal();
  }

  /// Public fields are constants.
  ArchRule noPublicState() {
    return fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(root + "..")
        .and()
        .arePublic()
        .should()
        .beFinal()
        .andShould()
        .beStatic();
  }

  /// Classes are final or sealed, unless they are abstract.
  ArchRule finalClasses() {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .areTopLevelClasses()
        .and()
        .areNotInterfaces()
        .and()
        .areNotEnums()
        .and()
        .resideOutsideOfPackage(root + ".bench..")
        .should()
        .haveModifier(JavaModifier.FINAL)
        .orShould()
        .haveModifier(JavaModifier.ABSTRACT);
  }

  /// Names that say nothing.
  ArchRule tellingNames() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .haveSimpleNameStartingWith("Abstract");
  }

  /// Every rule that needs no list, by name.
  Map<String, ArchRule> all(List<ForbiddenApi> forbidden) {
    return Map.of(
        "no cycles", noCycles(),
        "layers", layers(),
        "faces alone", facesAlone(),
        "JSON alone", jsonAlone(),
        "forbidden APIs", forbiddenApis(forbidden),
        "no mutable statics", noMutableStatics(),
        "no public state", noPublicState(),
        "final classes", finalClasses(),
        "telling names", tellingNames());
  }
}
