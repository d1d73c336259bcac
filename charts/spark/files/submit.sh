#!/bin/bash
# Submits a Spark application in cluster mode and ends as its driver ended:
# spark-submit itself answers 0 for a driver that failed. The driver is named
# for the Job, so a second runner of the same Job finds the driver of a first
# one that was lost, and follows it instead of starting another.
set -u

submit() { "${SPARK_HOME:-/opt/spark}/bin/spark-submit" --master "$MASTER" "$@"; }

# Pending, Running, Succeeded, Failed; Missing where there is no such driver.
phase() {
  local answer
  for _ in 1 2 3 4 5 6; do
    if answer=$(submit --status "$NAMESPACE:$DRIVER" 2>&1); then
      [[ $answer =~ phase:\ ([A-Za-z]+) ]] && echo "${BASH_REMATCH[1]}" && return
      [[ $answer == *"not found"* ]] && echo Missing && return
    fi
    sleep "${PAUSE:-10}"
  done
  echo "$answer" >&2
  echo unknown
}

is=$(phase)
if [[ $is == Failed ]]; then
  echo "The driver $DRIVER of the try before failed: removing it."
  submit --kill "$NAMESPACE:$DRIVER"
  while [[ $(phase) == Failed ]]; do sleep "${PAUSE:-10}"; done
  is=Missing
fi
if [[ $is == Missing ]]; then
  template=$(mktemp) && owned=$(<"$FILES/driver.yaml")
  echo "${owned//@JOB_UID@/$JOB_UID}" | sed "s/@JOB@/$JOB/" >"$template"
  submit --deploy-mode cluster --properties-file "$FILES/spark.properties" \
    --conf "spark.kubernetes.driver.pod.name=$DRIVER" \
    --conf "spark.kubernetes.driver.podTemplateFile=$template" \
    --conf "spark.kubernetes.executor.podTemplateFile=$FILES/executor.yaml" "$@"
  is=$(phase)
fi
while true; do
  echo "The driver $DRIVER is $is."
  case $is in
  Succeeded) exit 0 ;;
  Failed | Missing | unknown) exit 1 ;;
  esac
  sleep "${PAUSE:-10}"
  is=$(phase)
done
