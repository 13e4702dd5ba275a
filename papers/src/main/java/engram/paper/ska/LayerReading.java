// SPDX-License-Identifier: Apache-2.0
package engram.paper.ska;

import engram.credit.entropic.NearestCentroid;
import engram.credit.entropic.PrincipalComponents;
import engram.credit.entropic.SkaNetwork;
import engram.lab.measure.Notebook;

/// Reads each layer of a network: nearest class means of the batch on held-out images, and the
/// share of one direction in the variance there.
///
/// @param batch the labels
/// @param out where it is written
record LayerReading(Batch batch, Notebook out) {
  /// @param name the arm's name
  /// @param net the network
  /// @param images the batch as the network sees it
  /// @param held the held-out images likewise
  void write(String name, SkaNetwork net, double[] images, double[] held) {
    for (int l = 1; l <= Collapse.LAYERS; l++) {
      int units = net.parameters().sizes().get(l);
      double[] known = net.outputs(l - 1, images, batch.count());
      double[] unseen = net.outputs(l - 1, held, batch.heldLabels.length);
      NearestCentroid readOut = NearestCentroid.fit(known, units, batch.labels);
      out.value(
          Collapse.ACCURACY.in(Collapse.layer(name, l)),
          readOut.accuracy(unseen, batch.heldLabels));
      out.value(
          Collapse.SHARE.in(Collapse.layer(name, l)),
          PrincipalComponents.of(unseen, units, 1).share(0));
    }
  }
}
