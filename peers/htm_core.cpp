// SPDX-License-Identifier: Apache-2.0
//
// Spatial pooler and temporal memory of htm.core at the settings of the Numenta Anomaly Benchmark, in
// a process of its own. htm_core.sh compiles and starts it and describes what it says.

#include <cstdio>
#include <ctime>
#include <iostream>
#include <malloc.h>
#include <sstream>
#include <string>
#include <vector>

#include <htm/algorithms/SpatialPooler.hpp>
#include <htm/algorithms/TemporalMemory.hpp>
#include <htm/types/Sdr.hpp>
#include <htm/utils/Log.hpp>

namespace htm {
thread_local LogLevel NTA_LOG_LEVEL = LogLevel::LogLevel_None; // defined in a part that is left out
}

static double seconds() {
  timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec + 1e-9 * now.tv_nsec;
}

static size_t allocated() {
  const auto use = mallinfo2();
  return use.uordblks + use.hblkhd;
}

int main(int, char **arguments) {
  std::cout << "ready htm.core " << arguments[1] << std::endl;
  unsigned inputs = 0, records = 0;
  std::string line;
  std::getline(std::cin, line);
  std::istringstream(line) >> inputs >> records;
  std::vector<std::vector<htm::UInt>> codes(records);
  for (auto &code : codes) {
    std::getline(std::cin, line);
    std::istringstream bits(line);
    for (htm::UInt bit; bits >> bit;) {
      code.push_back(bit);
    }
  }
  const size_t before = allocated();
  const std::vector<htm::UInt> columns{2048};
  htm::SpatialPooler pooler(
      {inputs}, columns, inputs, 0.8f, true, 40.0f / 2048, 0, 0, 0.0005f, 0.003f, 0.2f, 0.001f,
      1000, 0.0f, 1, 0, true);
  htm::TemporalMemory memory(columns, 32, 20, 0.24f, 0.5f, 13, 31, 0.04f, 0.008f, 0.001f, 1, 128, 128);
  htm::SDR input({inputs}), active(columns);
  size_t next = 0;
  while (std::getline(std::cin, line)) {
    if (line == "size") {
      std::cout << memory.connections.numSynapses() << ' ' << allocated() - before << std::endl;
      continue;
    }
    const int turn = std::stoi(line);
    double pooling = 0, remembering = 0, surprise = 0;
    for (int i = 0; i < turn; i++) {
      input.setSparse(codes[next++]);
      const double start = seconds();
      pooler.compute(input, true, active);
      const double pooled = seconds();
      memory.compute(active, true);
      remembering += seconds() - pooled;
      pooling += pooled - start;
      surprise += memory.anomaly;
    }
    std::printf("%.9f %.9f %.6f\n", pooling, remembering, surprise / turn);
    std::fflush(stdout);
  }
}
