#!/bin/bash
# As the official image's: it writes to the image's own conf, links plugins,
# then starts what it is asked for.
"$FLINK_HOME/bin/config-parser-utils.sh" \
  "$FLINK_HOME/conf" "$FLINK_HOME/bin" "$FLINK_HOME/lib" \
  -Djobmanager.rpc.address="$(hostname -f)" -Dblob.server.port=6124
case $1 in
  standalone-job | taskmanager)
    exec "$FLINK_HOME/bin/$1.sh" start-foreground "${@:2}"
    ;;
esac
exec "$@"
