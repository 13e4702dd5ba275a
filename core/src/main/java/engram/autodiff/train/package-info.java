// SPDX-License-Identifier: Apache-2.0
/// Training: optimisers, schedules of the rate, clipping, and one class that joins them to a loss.
///
/// ```java
/// Chain net = Chain.perceptron(Activation.RELU, 784, 256, 10);
/// Parameters parameters = new Parameters(Precision.FLOAT);
/// net.addTo(parameters, seeds.child("weights"));
/// Graph graph = Graph.over(parameters);
/// Node images = graph.input("images", 128, 784);
/// Node labels = graph.input("labels", 128);
/// Node loss = Losses.crossEntropy(net.apply(images, Layer.Mode.TRAINING), labels);
/// Trainer trainer = Trainer.of(loss, new AdamW(1e-3, 0.01));
/// while (trainer.steps() < 1000) {
///   trainer.values(images).copyFrom(nextImages());
///   trainer.values(labels).copyFrom(nextLabels());
///   double l = trainer.step();
/// }
/// Safetensors.write(file, parameters.snapshot());
/// ```
///
/// Reading order: [engram.autodiff.train.Trainer], [engram.autodiff.train.Optimiser] and its four,
/// [engram.autodiff.train.Schedule], [engram.autodiff.train.Clipping].
///
/// References: 1. B. T. Polyak (1964). Some methods of speeding up the convergence of iteration
/// methods, doi:10.1016/0041-5553(64)90137-5. 2. D. P. Kingma, J. Ba (2015). Adam, arXiv 1412.6980.
/// 3. I. Loshchilov, F. Hutter (2019). Decoupled weight decay regularization, arXiv 1711.05101. 4.
/// R. Pascanu, T. Mikolov, Y. Bengio (2013). On the difficulty of training recurrent neural
/// networks, arXiv 1211.5063. 5. I. Loshchilov, F. Hutter (2017). SGDR, arXiv 1608.03983.
@NullMarked
package engram.autodiff.train;

import org.jspecify.annotations.NullMarked;
