// SPDX-License-Identifier: Apache-2.0
package engram.cli.run;

import engram.cli.own.OwnClaim;
import engram.cli.words.Near;
import engram.cli.words.UsageException;
import engram.lab.Experiment;
import engram.lab.Study;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/// All studies on the path, and how a person names one.
public final class Catalogue {
  private final List<Study> studies;

  /// @param studies the studies, in any order
  public Catalogue(List<Study> studies) {
    this.studies =
        studies.stream().sorted(Comparator.comparingInt(s -> s.paper().number())).toList();
  }

  /// The studies of the class path, a person's own jars among them.
  public static Catalogue load() {
    List<Study> studies = new ArrayList<>();
    ServiceLoader.load(Study.class).forEach(studies::add);
    return new Catalogue(studies);
  }

  /// The studies, by number.
  public List<Study> studies() {
    return studies;
  }

  /// What a person means by a paper (slug, number or arXiv id), `paper/claim`, `paper/experiment`
  /// or a `.java` file.
  ///
  /// @throws UsageException if it is nothing of these: names the nearest
  public Selection select(String target) {
    if (target.endsWith(".java")) {
      return Selection.whole(OwnClaim.study(Path.of(target)), target);
    }
    int file = target.lastIndexOf(".java/");
    if (file > 0) {
      String path = target.substring(0, file + ".java".length());
      return part(OwnClaim.study(Path.of(path)), target.substring(file + 6), path);
    }
    int slash = target.indexOf('/');
    Study study = study(slash < 0 ? target : target.substring(0, slash));
    return slash < 0 ? Selection.whole(study, "") : part(study, target.substring(slash + 1), "");
  }

  /// The study of a slug, a number or an arXiv id.
  public Study study(String name) {
    return studies.stream()
        .filter(s -> isNamed(s, name))
        .findFirst()
        .orElseThrow(() ->
            new UsageException(
                "no paper is called "
                    + name
                    + Near.hint(name, studies.stream().map(s -> s.paper().slug()).toList())
                    + " (engram list shows all)"));
  }

  /// The study of a stored run: built in, or in the file that it came from.
  public Study studyOf(String slug, String source) {
    return source.isEmpty() ? study(slug) : OwnClaim.study(Path.of(source));
  }

  private static boolean isNamed(Study study, String name) {
    return study.paper().slug().equals(name)
        || (study.paper().number() > 0 && name.matches("0*" + study.paper().number()))
        || (!study.paper().citation().arxiv().isEmpty()
            && study.paper().citation().arxiv().equals(name.replaceFirst("^arXiv:", "")));
  }

  private static Selection part(Study study, String id, String source) {
    for (Experiment<?> experiment : study.experiments()) {
      if (experiment.claims().stream().anyMatch(c -> c.id().equals(id))) {
        return new Selection(study, List.of(experiment), Optional.of(id), source);
      }
      if (experiment.id().equals(id)) {
        return new Selection(study, List.of(experiment), Optional.empty(), source);
      }
    }
    List<String> names = new ArrayList<>();
    for (Experiment<?> experiment : study.experiments()) {
      names.add(experiment.id());
      experiment.claims().forEach(c -> names.add(c.id()));
    }
    throw new UsageException(
        study.paper().slug()
            + " has no claim or experiment "
            + id
            + Near.hint(id, names)
            + " (engram show "
            + study.paper().slug()
            + " lists them)");
  }
}
