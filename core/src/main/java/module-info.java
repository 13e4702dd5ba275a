// SPDX-License-Identifier: Apache-2.0
/// Ground, mechanisms and families: everything that a person uses in a program of their own.
module engram.core {
  requires hipparchus.core;
  requires org.apache.commons.statistics.distribution;
  requires org.apache.commons.statistics.inference;
  requires static jdk.incubator.vector;
  requires static transitive org.jspecify;

  exports engram.autodiff.array;
  exports engram.autodiff.nets;
  exports engram.autodiff.train;
  exports engram.autodiff;
  exports engram.credit.curl;
  exports engram.credit.entropic;
  exports engram.credit.rate.online;
  exports engram.credit.rate;
  exports engram.data.image;
  exports engram.data.series;
  exports engram.data.table;
  exports engram.data;
  exports engram.error;
  exports engram.flow.fourier;
  exports engram.flow.patch;
  exports engram.kernel;
  exports engram.math;
  exports engram.memory.dense;
  exports engram.memory.replica;
  exports engram.plasticity.batch;
  exports engram.plasticity.compete;
  exports engram.plasticity.component;
  exports engram.plasticity.constrain;
  exports engram.plasticity.factor;
  exports engram.plasticity.feedback;
  exports engram.plasticity.homeostasis;
  exports engram.plasticity.lateral;
  exports engram.plasticity.rate;
  exports engram.plasticity.readout;
  exports engram.plasticity.spike.factor;
  exports engram.plasticity.spike;
  exports engram.plasticity.store;
  exports engram.plasticity.structure;
  exports engram.plasticity;
  exports engram.random;
  exports engram.readout;
  exports engram.sequence.anomaly;
  exports engram.sequence.encode;
  exports engram.sequence.forecast.rival;
  exports engram.sequence.forecast;
  exports engram.sequence.htm.memory;
  exports engram.sequence.htm.pool;
  exports engram.sequence.htm;
  exports engram.sequence.nab;
  exports engram.sequence.sdr;
  exports engram.source;
  exports engram.state.stream;
  exports engram.state;
  exports engram.stats;
}
