#!/usr/bin/env bash
# Measures start-up, memory and stop of the built jar on a data directory (default: the one Jalon uses).
# Stop a running Jalon first. PSS counts shared pages once, over the JVM and every process below it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
jar=$here/target/jalon-standalone.jar
java=${JALON_JAVA:-java}
export JALON_DATA=${1:-$HOME/.jalon} JALON_PORT=${JALON_PORT:-8080}
root=http://localhost:$JALON_PORT

millis() { date +%s%3N; }
processes() { echo "$1"; for child in $(cat "/proc/$1/task"/*/children 2>/dev/null); do processes "$child"; done; }
pss() { for pid in $(processes "$1"); do cat "/proc/$pid/smaps_rollup" 2>/dev/null || true; done | awk '/^Pss:/ {sum += $2} END {print int(sum / 1024)}'; }

for round in 1 2 3; do
  began=$(millis)
  "$java" -jar "$jar" >/dev/null &
  jalon=$!
  until curl -sf -o /dev/null "$root/api/commands"; do
    kill -0 "$jalon" 2>/dev/null || { echo "Jalon has ended; start it by hand to see why" >&2; exit 1; }
    sleep 0.02
  done
  started=$(($(millis) - began))
  for path in '/' '/api/openapi' '/api/cases?limit=500' '/api/ledger/integrity' \
    '/api/workload/caseload?by=referent' '/api/workload/caseload?by=team' \
    '/api/workload/caseload?by=territory' '/api/workload/caseload?by=profession'; do
    curl -sf -o /dev/null "$root$path"
  done
  memory=$(pss "$jalon")
  began=$(millis)
  kill -TERM "$jalon"
  wait "$jalon" || true
  echo "round $round: first answer after $started ms, PSS $memory MB after reading everything, stopped within $(($(millis) - began)) ms"
done
