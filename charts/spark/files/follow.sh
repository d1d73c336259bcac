#!/bin/sh
# Creates the SparkApplication of this run and ends as it ends. It is named for
# the Job: a second runner of the same Job follows what a first one made.
set -u

call() {
  curl --silent --show-error --max-time 30 --cacert "$ACCOUNT/ca.crt" \
    --header "Authorization: Bearer $(cat "$ACCOUNT/token")" \
    --write-out '\n%{http_code}' "$@"
}

applications="$API/apis/spark.apache.org/v1/namespaces/$NAMESPACE/sparkapplications"
answer=$(sed "s/@JOB@/$JOB/g; s/@JOB_UID@/$JOB_UID/g" "$FILES/application.json" |
  call --header 'Content-Type: application/json' --data-binary @- "$applications")
case $answer in
*201) echo "Created the SparkApplication $JOB." ;;
*409) echo "The SparkApplication $JOB is there already." ;;
*) echo "$answer" && exit 2 ;;
esac

said=
while true; do
  answer=$(call "$applications/$JOB")
  text=$(printf %s "$answer" | tr -d ' \n')
  is=$(printf %s "$text" | sed -n 's/.*"currentState":{"currentStateSummary":"\([A-Za-z]*\)".*/\1/p')
  [ "$is" = "$said" ] || echo "The SparkApplication $JOB is ${is:-not answered for}."
  said=$is
  case $answer in *404) echo "The SparkApplication $JOB is gone." && exit 1 ;; esac
  case $is in
  # Its resources are released, or kept, after success and failure alike.
  ResourceReleased | TerminatedWithoutReleaseResources)
    case $text in *'"currentStateSummary":"Succeeded"'*) exit 0 ;; esac
    exit 1
    ;;
  esac
  sleep "${PAUSE:-10}"
done
