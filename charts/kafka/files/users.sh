#!/bin/sh
# Gives each declared user its password (one that shows a certificate has none)
# and its rights. Takes none away.
set -euf
declared=/etc/kafka/declared
scratch=/run/kafka
tab=$(printf '\t')

kafka() {
  command=$1
  shift
  "/opt/kafka/bin/kafka-$command.sh" --bootstrap-server "$BOOTSTRAP_SERVERS" \
    --command-config "$declared/client.properties" "$@"
}

allow() {
  kafka acls --add --allow-principal "User:$user" "$@" > /dev/null
}

# `--topic a --topic b` of `a,b`; "-" is none.
allow_topics() {
  names=$1
  shift
  [ "$names" != - ] || return 0
  IFS=,
  for name in $names; do
    set -- "$@" --topic "$name"
  done
  unset IFS
  allow "$@"
}

set_password() {
  password=$(cat "/etc/kafka/users/$user/password")
  case $password in
    '' | *[!A-Za-z0-9._~+/=-]*)
      echo "kafka.cluster.statefulset.users.$user.secret: its key \"password\" may hold letters, digits and . _ ~ + / = - only" >&2
      exit 64
      ;;
  esac
  umask 077
  printf 'SCRAM-SHA-512=password=%s\n' "$password" > "$scratch/user.properties"
  kafka configs --alter --entity-type users --entity-name "$user" \
    --add-config-file "$scratch/user.properties" > /dev/null
}

while IFS=$tab read -r user reads writes <&3; do
  [ -n "$user" ] || continue
  if [ -e "/etc/kafka/users/$user" ]; then
    set_password
  fi
  allow_topics "$reads" --operation Read --operation Describe
  allow_topics "$writes" --operation Write --operation Describe
  allow --operation Read --operation Describe --group "$user" --resource-pattern-type prefixed
  if [ "$writes" != - ]; then
    allow --operation Write --operation Describe --transactional-id "$user" --resource-pattern-type prefixed
  fi
  echo "$user: set"
done 3< "$declared/users"
rm -f "$scratch/user.properties"
