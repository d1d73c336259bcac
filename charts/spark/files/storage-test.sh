# Writes to the job's folder and removes what it wrote. "$@" is Hadoop's file
# system shell with the job's settings, FOLDER the job's folder.
try() {
  output=$(mktemp)
  "$@" >"$output" 2>&1 && return
  cat "$output"
  if grep -q -e 'No FileSystem for scheme' -e ClassNotFoundException "$output"; then
    echo "The image has no connector for $FOLDER: add org.apache.spark:spark-hadoop-cloud_2.13 of its Spark version, with what that needs."
  else
    echo "The job may not write to $FOLDER: look at global.storage and at the rights of its identity."
  fi
  exit 1
}
try "$@" -mkdir -p "$FOLDER"
try "$@" -touchz "$FOLDER/helm-test"
try "$@" -rm -skipTrash "$FOLDER/helm-test"
case "$FOLDER" in s3a:*)
  if ! ls /opt/spark/jars/spark-hadoop-cloud_* >/dev/null 2>&1; then
    echo "The image has no committer for S3: add org.apache.spark:spark-hadoop-cloud_2.13 of its Spark version."
    exit 1
  fi
  ;;
esac
echo "$FOLDER can be written."
