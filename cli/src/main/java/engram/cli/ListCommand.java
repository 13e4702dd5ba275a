// SPDX-License-Identifier: Apache-2.0
package engram.cli;

import engram.cli.run.Catalogue;
import engram.cli.run.Documents;
import engram.cli.run.Session;
import engram.cli.run.Surroundings;
import engram.lab.Study;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `engram list`.
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the papers that can be checked.")
final class ListCommand implements Callable<Integer> {
  @Option(names = "--json", description = "one document, and nothing else on standard output")
  private boolean json;

  private final Surroundings around;

  ListCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    List<Study> studies = Catalogue.load().studies();
    if (json) {
      Map<String, Object> document = Documents.of("list");
      document.put("papers", studies.stream().map(ListCommand::fields).toList());
      around.out().println(Documents.text(document));
      return ExitCode.DONE;
    }
    int width = studies.stream().mapToInt(s -> s.paper().slug().length()).max().orElse(0);
    for (Study study : studies) {
      around
          .out()
          .println(
              "%4d  %-"
                  .concat(Integer.toString(Math.max(1, width)))
                  .concat("s  %2d claims  %s")
                  .formatted(
                      study.paper().number(),
                      study.paper().slug(),
                      claims(study),
                      study.paper().citation().title()));
      around.out().println(" ".repeat(width + 19) + Session.source(study.paper()));
    }
    around.out().println();
    around.out().println("./engram show SLUG says more; ./engram check SLUG runs it");
    return ExitCode.DONE;
  }

  private static int claims(Study study) {
    return study.experiments().stream().mapToInt(e -> e.claims().size()).sum();
  }

  private static Map<String, Object> fields(Study study) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("number", study.paper().number());
    fields.put("slug", study.paper().slug());
    fields.put("title", study.paper().citation().title());
    fields.put("authors", study.paper().citation().authors());
    fields.put("year", study.paper().citation().year());
    fields.put("arxiv", study.paper().citation().arxiv());
    List<String> claims = new ArrayList<>();
    study.experiments().forEach(e -> e.claims().forEach(c -> claims.add(c.id())));
    fields.put("claims", claims);
    return fields;
  }
}
