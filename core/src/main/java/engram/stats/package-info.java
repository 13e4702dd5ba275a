// SPDX-License-Identifier: Apache-2.0
/// What a handful of measurements allows one to say: intervals, rank tests, correlations, moments.
///
/// Reading order: [engram.stats.Interval], [engram.stats.MeanInterval],
/// [engram.stats.ShareInterval], [engram.stats.Bootstrap], [engram.stats.RankTest],
/// [engram.stats.RankCorrelation], [engram.stats.Moments], [engram.stats.Quantiles].
///
/// References: [1] Student: The probable error of a mean. Biometrika 6 (1908) 1-25,
/// doi:10.1093/biomet/6.1.1. [2] C. J. Clopper, E. S. Pearson: The use of confidence or fiducial
/// limits. Biometrika 26 (1934) 404-413, doi:10.1093/biomet/26.4.404. [3] E. B. Wilson: Probable
/// inference, the law of succession, and statistical inference. JASA 22 (1927) 209-212,
/// doi:10.1080/01621459.1927.10502953. [4] B. P. Welford: Note on a method for calculating
/// corrected sums of squares and products. Technometrics 4 (1962) 419-420. [5] T. F. Chan, G. H.
/// Golub, R. J. LeVeque: Algorithms for computing the sample variance. The American Statistician 37
/// (1983) 242-247, doi:10.1080/00031305.1983.10483115. [6] R. J. Hyndman, Y. Fan: Sample quantiles
/// in statistical packages. The American Statistician 50 (1996) 361-365,
/// doi:10.1080/00031305.1996.10473566. [7] B. Efron, R. J. Tibshirani: An introduction to the
/// bootstrap. Chapman and Hall (1993), chapters 13 and 14. [8] F. Wilcoxon: Individual comparisons
/// by ranking methods. Biometrics Bulletin 1 (1945) 80-83, doi:10.2307/3001968. [9] H. B. Mann, D.
/// R. Whitney: On a test of whether one of two random variables is stochastically larger than the
/// other. Annals of Mathematical Statistics 18 (1947) 50-60, doi:10.1214/aoms/1177730491. [10] C.
/// Spearman: The proof and measurement of association between two things. American Journal of
/// Psychology 15 (1904) 72-101, doi:10.2307/1412159. [11] M. G. Kendall: The treatment of ties in
/// ranking problems. Biometrika 33 (1945) 239-251, doi:10.1093/biomet/33.3.239.
@NullMarked
package engram.stats;

import org.jspecify.annotations.NullMarked;
