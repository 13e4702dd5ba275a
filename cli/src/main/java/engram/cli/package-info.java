// SPDX-License-Identifier: Apache-2.0
/// The command line: verbs, options, exit codes, screens.
///
/// Results go to standard output; progress and notes to standard error. `--json` prints one
/// document and nothing else. Every error is one line with an exit code of its own (`ExitCode`).
///
/// Reading order: [engram.cli.Main], `RunOptions`, `CheckCommand`, `Checking`, then the other
/// verbs. What a check does lives in `cli.run`, a person's own claim in `cli.own`, what is shown of
/// finished runs in `cli.look`, the tools in `cli.use`, refusals and names in `cli.words`.
///
/// No references.
@NullMarked
package engram.cli;

import org.jspecify.annotations.NullMarked;
