// SPDX-License-Identifier: Apache-2.0
/// The spatial pooler: it turns a code of many bits into a few active columns, learns which inputs
/// each column stands for, and keeps every column in use [1].
///
/// Reading order: [engram.sequence.htm.pool.PlainSpatialPooler], the pooler as it is defined, and
/// [engram.sequence.htm.pool.PoolerSettings]; [engram.sequence.htm.pool.SpatialPooler], the same to
/// the last bit and fast.
///
/// References: [1] Y. Cui, S. Ahmad, J. Hawkins: The HTM spatial pooler. Frontiers in Computational
/// Neuroscience 11:111 (2017), doi:10.3389/fncom.2017.00111.
@NullMarked
package engram.sequence.htm.pool;

import org.jspecify.annotations.NullMarked;
