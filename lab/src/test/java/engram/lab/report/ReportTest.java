// SPDX-License-Identifier: Apache-2.0
package engram.lab.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReportTest {
  @Test
  void drawsTheSampleForTheEye() throws IOException {
    Path file = Path.of("target", "sample-report.html");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file, Report.html(Samples.content("trained", Samples.paper().citation().title())));
    for (var figure : Samples.content("trained", "t").sections().getFirst().figures()) {
      Files.writeString(
          Path.of("target", "sample-" + figure.id() + ".svg"), FigureSvg.file(figure));
    }
    assertTrue(Files.size(file) > 100_000);
  }
}
