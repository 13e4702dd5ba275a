// SPDX-License-Identifier: Apache-2.0
package engram.paper.ska;

import engram.credit.entropic.NearestCentroid;
import engram.credit.entropic.PrincipalComponents;
import engram.credit.entropic.SkaNetwork;
import engram.credit.entropic.StopRule;
import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Figure;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What can be read from each layer on images that the network has not seen, before and after, and
/// how much of a layer's variance lies in one direction.
final class Collapse implements Experiment<Setting> {
  static final Measure ACCURACY =
      Measure.of("accuracy", "held-out images that the nearest class mean of the batch gets right");
  static final Measure SHARE =
      Measure.of("leading-share", "share of a layer's variance, held out, in one direction");
  static final int LAYERS = 4;
  static final String PCA = "ten principal components";

  private final Source source;

  Collapse(Source source) {
    this.source = source;
  }

  static String layer(String net, int number) {
    return net + " layer " + number;
  }

  @Override
  public String id() {
    return source.id() + "-collapse";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return Optional.of(Setting.at(scale));
  }

  @Override
  public Setting sabotaged(Setting p) {
    return p.sabotaged();
  }

  @Override
  public Needs needs(Setting p) {
    double weights = source.inputs() * 256.0 + 256 * 128 + 128 * 64;
    double products = 2.0 * p.steps() * p.imagesPerClass() * 10 + 4.0 * p.heldOut();
    return source.needs(2 * (products * 2 * weights / 1e9));
  }

  @Override
  public List<Claim> claims() {
    return CollapseClaims.of(source);
  }

  @Override
  public void run(Setting p, Trial trial) {
    Batch batch = source.load(trial, p.imagesPerClass(), p.heldOut());
    SkaNetwork start = SkaNetwork.random(p.network(batch.inputs), trial.seeds().stream("weights"));
    SkaNetwork trained = trained(start, batch.images, p);
    LayerReading reading = new LayerReading(batch, trial.out());
    reading.write("untrained", start, batch.images, batch.held);
    reading.write("trained", trained, batch.images, batch.held);
    reading.write("scaled", start.scaledTo(trained), batch.images, batch.held);
    double[] free = Batch.less(batch.images, batch.mean());
    reading.write("mean-free", trained(start, free, p), free, Batch.less(batch.held, batch.mean()));
    PrincipalComponents ten = PrincipalComponents.of(batch.images, batch.inputs, 10);
    NearestCentroid readOut = NearestCentroid.fit(ten.project(batch.images), 10, batch.labels);
    trial
        .out()
        .value(ACCURACY.in(PCA), readOut.accuracy(ten.project(batch.held), batch.heldLabels));
  }

  private static SkaNetwork trained(SkaNetwork start, double[] images, Setting p) {
    SkaNetwork net = start.copy();
    net.run(images, p.imagesPerClass() * 10, new StopRule.Steps(p.steps()), p.steps());
    return net;
  }

  @Override
  public List<Figure> figures(Results all) {
    List<String> layers = IntStream.rangeClosed(1, LAYERS).mapToObj(l -> "layer " + l).toList();
    return List.of(SkaFigures.readings(source.id(), layers, all));
  }
}
