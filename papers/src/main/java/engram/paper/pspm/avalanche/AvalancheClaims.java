// SPDX-License-Identifier: Apache-2.0
package engram.paper.pspm.avalanche;

import static engram.paper.pspm.avalanche.AvalancheReading.DESCENDANTS;
import static engram.paper.pspm.avalanche.AvalancheReading.EXCESS;
import static engram.paper.pspm.avalanche.AvalancheReading.SIZES;
import static engram.paper.pspm.shared.Reading.F1;

import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;

/// The claims on avalanches. Sentences follow the abstracts where these say something; lines are
/// the spec's, which is ours, or ours. F1 is the strict one, which is never above the spec's.
/// Expectations come from the spec's independent code and from four to six runs of this code with
/// other seeds.
final class AvalancheClaims {
  private AvalancheClaims() {}

  static Claim homeostasisLearnsAvalanches() {
    String own = AvalancheSizes.HOMEOSTASIS;
    return Claim.named("homeostasis-learns-avalanches")
        .says(
            "At g = .1 homeostasis alone brings avalanche sizes at least 30 % nearer to those of"
                + " the recorded net, while F1 stays within .05 of a net without recurrence.")
        .published(
            "avalanche distributions can be learned by homeostasis alone",
            "abstract",
            Known.ABSTRACT)
        .expected(
            "holds or undecided: KS .02 from .09, which differs much from net to net (.03 to .18);"
                + " the local rule goes the other way, to .2")
        .passes(
            PassLine.all(
                PassLine.atMost(EXCESS.in(own), 0),
                PassLine.alike(F1.in(own), F1.in(AvalancheSizes.NONE), 0.05)),
            Origin.OURS)
        .control(
            Control.rival(
                "no recurrence has such avalanches",
                PassLine.gain(SIZES.in(AvalancheSizes.NONE), SIZES.in(own), 0.1)))
        .control(
            Control.ablation(
                "the local rule alone learns them as well",
                PassLine.gain(SIZES.in(AvalancheSizes.LOCAL), SIZES.in(own), 0.05)))
        .control(
            Control.nothing(
                "F1 could not have risen",
                PassLine.gain(F1.in(AvalancheSizes.LOCAL), F1.in(own), 0.1)))
        .build();
  }

  static Claim criticalReference() {
    String own = CriticalReference.at(CriticalReference.HOMEOSTASIS, CriticalReference.CRITICAL);
    return Claim.named("near-criticality")
        .says(
            "Trained by homeostasis on a critical probabilistic net, a deterministic net comes near"
                + " it: avalanche sizes 30 % nearer, descendants of a spike within .05.")
        .published(
            "operate near criticality when the PIF net is critical",
            "abstract of version 1",
            Known.ABSTRACT)
        .expected(
            "fails: in three probes descendants came to within .01, but sizes did not come nearer:"
                + " KS .47 where untrained nets have .44, too little between silence and bursts of"
                + " all")
        .passes(
            PassLine.all(
                PassLine.atMost(EXCESS.in(own), 0),
                PassLine.alike(
                    DESCENDANTS.in(own),
                    DESCENDANTS.in(
                        CriticalReference.at(
                            CriticalReference.REFERENCE, CriticalReference.CRITICAL)),
                    0.05)),
            Origin.OURS)
        .control(
            Control.rival(
                "external events alone, no recurrence",
                PassLine.gain(
                    SIZES.in(
                        CriticalReference.at(CriticalReference.NONE, CriticalReference.CRITICAL)),
                    SIZES.in(own),
                    0.1)))
        .control(
            Control.ablation(
                "local updates alone come nearer",
                PassLine.gain(
                    SIZES.in(
                        CriticalReference.at(CriticalReference.LOCAL, CriticalReference.CRITICAL)),
                    SIZES.in(own),
                    0)))
        .control(
            Control.rival(
                "it branches so whatever the reference does",
                PassLine.rising(
                    CriticalReference.BRANCHING.in(CriticalReference.HOMEOSTASIS), 0.5)))
        .build();
  }
}
