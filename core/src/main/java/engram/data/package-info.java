// SPDX-License-Identifier: Apache-2.0
/// Data sets: where they lie on this machine, whether they are what was published, and readers for
/// the formats in which they were published.
///
/// [engram.data.DataSets] is the catalogue over the places of this machine
/// ([engram.data.DataPlaces]): it finds a set, checks its bytes against the published checksums and
/// reads it. One small real set, the UCI optical digits, is part of the product. Readers refuse
/// what they cannot believe and name the file and the place in it.
///
/// Reading order: [engram.data.DataSets], [engram.data.DataSet], [engram.data.DataPlaces],
/// [engram.data.NumericTable]; `data.image` for images, `data.series` for values in time with the
/// sets [engram.data.NabCorpus] and [engram.data.HtmSequences], `data.table` for a person's own
/// growing table.
///
/// References: [1] E. Alpaydin, C. Kaynak: Optical recognition of handwritten digits. UCI Machine
/// Learning Repository (1998), doi:10.24432/C50P49. [2] Y. LeCun, L. Bottou, Y. Bengio, P. Haffner:
/// Gradient-based learning applied to document recognition. Proceedings of the IEEE 86 (1998)
/// 2278-2324, doi:10.1109/5.726791. [3] H. Xiao, K. Rasul, R. Vollgraf: Fashion-MNIST. arXiv
/// 1708.07747 (2017). [4] Y. Shafranovich: Common format for CSV files. RFC 4180 (2005). [5] A.
/// Lavin, S. Ahmad: Evaluating real-time anomaly detection algorithms: the Numenta Anomaly
/// Benchmark. ICMLA (2015) 38-44, doi:10.1109/ICMLA.2015.141. [6] Y. Cui, S. Ahmad, J. Hawkins:
/// Continuous online sequence learning with an unsupervised neural network model. Neural
/// Computation 28 (2016) 2474-2504, arXiv:1512.05463.
@NullMarked
package engram.data;

import org.jspecify.annotations.NullMarked;
