#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Runs the spatial pooler and the temporal memory of htm.core in a process of its own, on demand.
# htm.core is under the AGPL: it never comes near the build. HTM_CORE names a folder with its sources;
# what is needed of them is compiled into a temporary folder with `htm_core.cpp`, about a minute. It asks
# for g++ and the headers of cereal (Debian: libcereal-dev).
#
# Speaks as `htm_java.sh` does; the bytes are those that the process has allocated for pooler and memory.
# Exit code 3: htm.core cannot be had on this machine.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[[ -d "${HTM_CORE:-}/src/htm" ]] || exit 3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
version=$(cat "$HTM_CORE/VERSION" 2> /dev/null || echo "of unknown version")

compile() {
  g++ -std=c++17 -O3 -march=native -DNDEBUG -I "$HTM_CORE/src" -I "$HTM_CORE/external/common/include" \
    -c "$1" -o "$2/$(basename "${1%.cpp}").o" 2> "$2/$(basename "$1").log"
}
export -f compile
export HTM_CORE
{
  printf "$HTM_CORE/src/htm/%s.cpp\n" algorithms/{SpatialPooler,TemporalMemory,Connections,Anomaly,AnomalyLikelihood} \
    types/Sdr utils/{Random,Topology,MovingAverage,SdrMetrics} os/{Path,Directory,Env}
  echo "$here/htm_core.cpp"
} | xargs -P "$(nproc)" -I {} bash -c 'compile "$1" "$2"' _ {} "$work" || exit 3
g++ "$work"/*.o -o "$work/peer" 2> "$work/log" || exit 3
"$work/peer" "$version"
