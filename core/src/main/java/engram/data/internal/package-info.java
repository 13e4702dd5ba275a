// SPDX-License-Identifier: Apache-2.0
/// What the readers of data sets share and nobody else sees: bytes of a file or of an archive, with
/// where they came from, and the cells of a small table of text.
///
/// Reading order: [engram.data.internal.StoredBytes], [engram.data.internal.StoredFile],
/// [engram.data.internal.CsvText], [engram.data.internal.NumberText].
///
/// References: Y. Shafranovich: Common format for CSV files. RFC 4180 (2005).
@NullMarked
package engram.data.internal;

import org.jspecify.annotations.NullMarked;
