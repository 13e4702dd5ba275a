// SPDX-License-Identifier: Apache-2.0
package engram.cli;

import engram.cli.run.Surroundings;
import engram.cli.use.AnomalyTool;
import engram.cli.use.ForecastTool;
import engram.cli.use.SdrTool;
import engram.cli.use.rules.RulesTool;
import engram.cli.use.spikes.SpikesTool;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `engram use`: systems as tools.
@Command(
    name = "use",
    mixinStandardHelpOptions = true,
    description = "Uses a system on your own data: sdr, anomaly, forecast, rules, spikes.",
    synopsisSubcommandLabel = "TOOL")
final class UseCommand implements Callable<Integer> {
  private final Surroundings around;

  UseCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    around
        .out()
        .println(
            "sdr      errors of a dendritic segment on sparse patterns: engram use sdr --help");
    around
        .out()
        .println("anomaly  unusual rows of a table of measurements: engram use anomaly --help");
    around
        .out()
        .println("forecast a table of measurements some steps ahead: engram use forecast --help");
    around.out().println("rules    local rules side by side on images: engram use rules --help");
    around
        .out()
        .println(
            "spikes   rates, intervals and distances of spike files: engram use spikes --help");
    return ExitCode.DONE;
  }

  static picocli.CommandLine line(Surroundings around) {
    return new picocli.CommandLine(new UseCommand(around))
        .addSubcommand(new SdrTool(around))
        .addSubcommand(new AnomalyTool(around))
        .addSubcommand(new ForecastTool(around))
        .addSubcommand(new RulesTool(around))
        .addSubcommand(new SpikesTool(around));
  }
}
