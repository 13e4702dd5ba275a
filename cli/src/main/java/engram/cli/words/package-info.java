// SPDX-License-Identifier: Apache-2.0
/// What a person typed and what is said back: a refusal in one line, the nearest name, small words.
///
/// Reading order: [engram.cli.words.UsageException], [engram.cli.words.Near],
/// [engram.cli.words.Words].
///
/// No references.
@NullMarked
package engram.cli.words;

import org.jspecify.annotations.NullMarked;
