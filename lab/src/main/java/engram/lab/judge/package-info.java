// SPDX-License-Identifier: Apache-2.0
/// Verdicts from stored measurements: a pure function of claims and results; and the lock that
/// keeps claims as they were before their first run.
///
/// Reading order: [engram.lab.judge.Judge], [engram.lab.judge.Verdict], [engram.lab.judge.Finding],
/// [engram.lab.judge.Wording]; then [engram.lab.judge.ClaimsLock], [engram.lab.judge.Amendments].
/// How often the judge errs is measured in `docs/judge.md`.
///
/// References: [1] Student: The probable error of a mean. Biometrika 6 (1908) 1-25,
/// doi:10.1093/biomet/6.1.1. [2] C. J. Clopper, E. S. Pearson: The use of confidence or fiducial
/// limits illustrated in the case of the binomial. Biometrika 26 (1934) 404-413,
/// doi:10.1093/biomet/26.4.404. [3] C. Spearman: The proof and measurement of association between
/// two things. American Journal of Psychology 15 (1904) 72-101, doi:10.2307/1412159. [4] R. L.
/// Berger: Multiparameter hypothesis testing and acceptance sampling. Technometrics 24 (1982)
/// 295-300, doi:10.1080/00401706.1982.10487790 (why all parts may be tested at one level).
@NullMarked
package engram.lab.judge;

import org.jspecify.annotations.NullMarked;
