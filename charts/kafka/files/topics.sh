#!/bin/sh
# Makes the topics that the values declare: creates what is missing, raises
# partitions, sets configuration. Deletes nothing and takes nothing away.
set -euf
declared=/etc/kafka/declared
scratch=$(mktemp -d)
tab=$(printf '\t')

topics() {
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server "$BOOTSTRAP_SERVERS" \
    --command-config "$declared/client.properties" "$@"
}

# The cluster may have been installed a moment ago; the Job has a deadline.
until topics --describe > "$scratch/described" 2> "$scratch/error"; do
  tail -n 1 "$scratch/error"
  sleep 3
done

# One line a topic: name, partitions, copies, configuration.
awk -F '\t' '/^Topic: / && $3 ~ /^PartitionCount: / {
  for (i = 1; i <= 5; i++) sub(/^[A-Za-z]+: ?/, "", $i)
  print $1 "\t" $3 "\t" $4 "\t," $5 ","
}' "$scratch/described" > "$scratch/found"

find_topic() {
  awk -F '\t' -v name="$1" -v field="$2" '$1 == name { print $field }' "$scratch/found"
}

refused=
while IFS=$tab read -r name partitions replicas config; do
  [ -n "$name" ] || continue
  has=$(find_topic "$name" 2)
  if [ -n "$has" ] && [ "$has" -gt "$partitions" ]; then
    echo "kafka.topics.$name.partitions: the topic has $has partitions and Kafka cannot take any away; set it to $has" >&2
    refused=yes
  fi
done < "$declared/topics"
[ -z "$refused" ] || exit 64

create() {
  name=$1 partitions=$2 replicas=$3 config=$4
  set -- --create --if-not-exists --topic "$name" --partitions "$partitions" --replication-factor "$replicas"
  IFS=$tab
  for setting in $config; do
    set -- "$@" --config "$setting"
  done
  unset IFS
  # Brokers that are still on their way count as missing.
  until topics "$@" > "$scratch/answer" 2>&1; do
    cat "$scratch/answer"
    grep -q -e 'broker(s) are' -e fenced "$scratch/answer" || exit 1
    sleep 3
  done
  echo "$name: created"
}

configure() {
  name=$1 config=$2 now=$3
  : > "$scratch/topic.properties"
  IFS=$tab
  for setting in $config; do
    case $now in
      *",$setting,"*) ;;
      *) printf '%s\n' "$setting" | sed 's/\\/\\\\/g' >> "$scratch/topic.properties" ;;
    esac
  done
  unset IFS
  [ -s "$scratch/topic.properties" ] || return 0
  /opt/kafka/bin/kafka-configs.sh --bootstrap-server "$BOOTSTRAP_SERVERS" \
    --command-config "$declared/client.properties" --alter \
    --entity-type topics --entity-name "$name" --add-config-file "$scratch/topic.properties"
}

while IFS=$tab read -r name partitions replicas config <&3; do
  [ -n "$name" ] || continue
  has=$(find_topic "$name" 2)
  if [ -z "$has" ]; then
    create "$name" "$partitions" "$replicas" "$config"
    continue
  fi
  if [ "$has" -lt "$partitions" ]; then
    topics --alter --topic "$name" --partitions "$partitions"
    echo "$name: $partitions partitions instead of $has"
  fi
  copies=$(find_topic "$name" 3)
  if [ "$copies" != "$replicas" ]; then
    echo "$name: stays at $copies copies; kafka-reassign-partitions.sh makes them $replicas"
  fi
  configure "$name" "$config" "$(find_topic "$name" 4)"
done 3< "$declared/topics"
