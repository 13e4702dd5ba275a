// SPDX-License-Identifier: Apache-2.0
/// The contract, the judge, the store, the figures and the report.
module engram.lab {
  requires transitive engram.core;
  requires static transitive org.jspecify;
  requires tools.jackson.databind;

  exports engram.lab;
  exports engram.lab.claim;
  exports engram.lab.compare;
  exports engram.lab.draw;
  exports engram.lab.figure;
  exports engram.lab.judge;
  exports engram.lab.ledger;
  exports engram.lab.measure;
  exports engram.lab.parameter;
  exports engram.lab.report;
  exports engram.lab.run;
  exports engram.lab.store;

  opens engram.lab.store to
      tools.jackson.databind;

  uses engram.lab.Study;
}
