#!/bin/sh
# Ready once this node has caught up with the others after its start: only then
# may the next one be restarted. Not asked again after that, so that a lagging
# disk takes no broker out of its Services.
set -eu
settings=/etc/kafka/node
scratch=/run/kafka
id=${POD_NAME##*-}
[ ! -e "$scratch/in-sync" ] || exit 0
export KAFKA_HEAP_OPTS=-Xmx128m
unset KAFKA_OPTS KAFKA_LOG4J_OPTS

case $ROLES in
  *controller*)
    /opt/kafka/bin/kafka-metadata-quorum.sh --bootstrap-controller "$NODE_HOST:9090" \
      --command-config "$settings/controller-client.properties" describe --replication |
      awk -v id="$id" '$1 == id && $4 < 1000 { found = 1 } END { exit !found }'
    ;;
esac
case $ROLES in
  *broker*)
    lagging=$(/opt/kafka/bin/kafka-topics.sh --bootstrap-server "$NODE_HOST:9091" \
      --command-config "$settings/client.properties" --describe --under-replicated-partitions)
    printf '%s\n' "$lagging" | awk -v id="$id" '
      function holds(name,  i, n, ids) {
        for (i = 1; i < NF; i++) if ($i == name) {
          n = split($(i + 1), ids, ",")
          while (n > 0) if (ids[n--] == id) return 1
        }
        return 0
      }
      holds("Replicas:") && !holds("Isr:") { print; behind = 1 }
      END { exit behind }' >&2
    ;;
esac
: > "$scratch/in-sync"
