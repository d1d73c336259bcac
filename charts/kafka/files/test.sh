#!/bin/sh
# Asks the bootstrap address as a job would, and looks for the declared topics.
set -eu
declared=/etc/kafka/declared
/opt/kafka/bin/kafka-topics.sh --bootstrap-server "$BOOTSTRAP_SERVERS" \
  --command-config "$declared/test.properties" --list > /run/kafka/topics
missing=
while read -r name _; do
  [ -n "$name" ] || continue
  grep -qxF -- "$name" /run/kafka/topics || missing="$missing $name"
done < "$declared/topics"
[ -z "$missing" ] || { echo "Missing topics:$missing" >&2; exit 1; }
echo "$BOOTSTRAP_SERVERS answers and has every declared topic."
