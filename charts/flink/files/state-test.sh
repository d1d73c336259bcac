# Asks Flink's REST for the job and its last checkpoint: who wrote that were the
# job's own pods, with their plugin, identity and network.
get() {
  exec 3<>"/dev/tcp/$REST_HOST/$REST_PORT" || return 1
  printf 'GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n' "$1" "$REST_HOST" >&3
  cat <&3
  exec 3>&-
}
value() { grep -o "\"$1\":\"[^\"]*\"" | head -n 1 | cut -d '"' -f 4; }
until=$((SECONDS + DEADLINE))
said=nothing
while [ "$SECONDS" -lt "$until" ]; do
  if ! answer=$(get /jobs/overview 2>&1); then
    said="Nobody answers at $REST_HOST:$REST_PORT: $answer"
  elif [ -z "$FOLDER" ]; then
    echo "Flink answers at $REST_HOST:$REST_PORT."
    exit 0
  elif ! job=$(echo "$answer" | value jid) || [ -z "$job" ]; then
    said="Flink answers, but has no job yet."
  else
    path=$(get "/jobs/$job/checkpoints" | value external_path | tr -s /)
    if [ -z "$path" ]; then
      said="The job is $(echo "$answer" | value state), without a checkpoint: look at $REST_HOST:$REST_PORT/jobs/$job/checkpoints"
    elif [ "${path#"$(echo "$FOLDER" | tr -s /)/"}" = "$path" ]; then
      echo "The checkpoint is at $path, not below $FOLDER: the job's code sets a folder of its own."
      exit 1
    else
      echo "Flink answers, and the job wrote its checkpoint to $path."
      exit 0
    fi
  fi
  sleep 2
done
echo "$said"
exit 1
