# Connects as a job does, with what a job is given, and looks for the declared topics.
set -eu
properties=${TMPDIR:-/tmp}/client.properties
{
  echo "security.protocol=$KAFKA_SECURITY_PROTOCOL"
  echo default.api.timeout.ms=30000
  echo config.providers=directory
  echo config.providers.directory.class=org.apache.kafka.common.config.provider.DirectoryConfigProvider
  if [ -n "${KAFKA_SASL_MECHANISM:-}" ]; then
    echo "sasl.mechanism=$KAFKA_SASL_MECHANISM"
    echo "sasl.jaas.config=\${directory:${KAFKA_SASL_JAAS_CONFIG_FILE%/*}:${KAFKA_SASL_JAAS_CONFIG_FILE##*/}}"
  fi
  if [ -n "${KAFKA_USER_CERTIFICATE_FILE:-}" ]; then
    echo ssl.keystore.type=PEM
    echo "ssl.keystore.certificate.chain=\${directory:${KAFKA_USER_CERTIFICATE_FILE%/*}:${KAFKA_USER_CERTIFICATE_FILE##*/}}"
    echo "ssl.keystore.key=\${directory:${KAFKA_USER_KEY_FILE%/*}:${KAFKA_USER_KEY_FILE##*/}}"
  fi
  if [ -n "${KAFKA_CA_FILE:-}" ]; then
    echo ssl.truststore.type=PEM
    echo "ssl.truststore.location=$KAFKA_CA_FILE"
  fi
} > "$properties"

tool() {
  name=$1
  shift
  "${KAFKA_HOME:-/opt/kafka}/bin/$name.sh" \
    --bootstrap-server "$KAFKA_BOOTSTRAP_SERVERS" --command-config "$properties" "$@"
}
found=$(tool kafka-topics --list)
missing=
pattern=
for topic in $DECLARED_TOPICS; do
  printf '%s\n' "$found" | grep -qxF -- "$topic" || missing="$missing $topic"
  pattern="$pattern${pattern:+|}$topic"
done
if [ -n "$missing" ]; then
  echo "$KAFKA_BOOTSTRAP_SERVERS answers, but these topics are missing, or the right to see them:$missing" >&2
  exit 1
fi
# An offset comes from a partition's leader, and asks for no more rights.
if [ -n "$pattern" ]; then
  tool kafka-get-offsets --topic "$pattern" > "$properties.offsets" 2> "$properties.errors" || {
    cat "$properties.errors" >&2
    exit 1
  }
  if grep 'Skip getting offsets' "$properties.errors" >&2; then
    exit 1
  fi
fi
echo "$KAFKA_BOOTSTRAP_SERVERS answers over $KAFKA_SECURITY_PROTOCOL and has every declared topic."
