#!/bin/sh
# Starts the node that this pod is: its id is the last part of the pod's name.
set -eu
settings=/etc/kafka/node
scratch=/run/kafka
id=${POD_NAME##*-}

rm -f "$scratch/in-sync"
cat "$settings/server.properties" "$settings/node-$id.properties" > "$scratch/server.properties"

set -- format --ignore-formatted --cluster-id "$CLUSTER_ID" --config "$scratch/server.properties"
if [ -n "${METADATA_VERSION:-}" ]; then
  set -- "$@" --release-version "$METADATA_VERSION"
fi
if [ -n "${ADMIN_USER:-}" ]; then
  password=$(cat /etc/kafka/admin/password)
  case $password in
    '' | *[!A-Za-z0-9._~+/=-]*)
      echo "The admin secret's key \"password\" may hold letters, digits and . _ ~ + / = - only." >&2
      exit 64
      ;;
  esac
  # Arguments from a file: no process list shows the password.
  umask 077
  printf '%s\n' --add-scram "SCRAM-SHA-512=[name=$ADMIN_USER,password=$password]" > "$scratch/format.arguments"
  set -- "$@" "@$scratch/format.arguments"
fi
KAFKA_OPTS= KAFKA_LOG4J_OPTS= KAFKA_HEAP_OPTS=-Xmx256m /opt/kafka/bin/kafka-storage.sh "$@"
rm -f "$scratch/format.arguments"

exec /opt/kafka/bin/kafka-server-start.sh "$scratch/server.properties"
