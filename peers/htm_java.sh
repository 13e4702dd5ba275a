#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Runs the spatial pooler and the temporal memory of htm.java in a process of its own, on demand.
# htm.java is under the AGPL: it never comes near the build; Maven fetches it into a temporary folder,
# without what it drags along, and `HtmJavaPeer.java` is compiled against it there.
#
# Says `ready NAME VERSION` on one line, reads `INPUTS RECORDS` and RECORDS lines of active inputs. Then,
# for each line `N`, the next N records pass through pooler and memory, which learn, and it prints the
# processor seconds of the pooler, those of the memory, and the mean share of unpredicted columns; for
# the line `size` it prints the memory's synapses and the bytes that live on the heap, without the
# records. Ends with its input. Exit code 3: htm.java cannot be had on this machine.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
version=0.6.13
: "${JAVA_HOME:?must name a JDK 25}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dependency() {
  printf '<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>' "$@"
  printf '<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions></dependency>'
}
cat > "$work/pom.xml" << POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>peer</groupId><artifactId>peer</artifactId><version>1</version>
  <dependencies>
    $(dependency org.numenta htm.java "$version")
    $(dependency net.sf.trove4j trove4j 3.0.3)
    $(dependency com.chaschev chutils 1.4)
  </dependencies>
</project>
POM
fetch() {
  mvn -q -B "$@" -f "$work/pom.xml" dependency:copy-dependencies -DoutputDirectory="$work/lib" > /dev/null 2>&1
}
fetch -o || fetch || exit 3
"$JAVA_HOME/bin/javac" -cp "$work/lib/*" -d "$work" "$here/HtmJavaPeer.java" 2> "$work/log" || exit 3
"$JAVA_HOME/bin/java" -Xmx2g -cp "$work:$work/lib/*" HtmJavaPeer "$version"
