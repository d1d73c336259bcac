{{/*
Arguments of a container that runs a command of Hadoop's file system shell
with a job's own image, connectors and identity; the image's entrypoint makes
the user known first. Takes (dict "root" $ "configuration" <Spark properties>
"arguments" <list>) or, for more than one command, a "script" that has the
shell as "$@".
*/}}
{{- define "spark.filesystem.arguments" -}}
{{- $principal := dig "hadoop" "kerberos" "principal" "" .root.Values.global.storage -}}
- bash
- -ec
- |
  {{- include "spark.filesystem.preparation" . | nindent 2 }}
  {{- if $principal }}
  kinit -kt /etc/kerberos/keytab "$0"
  {{- end }}
  {{- .script | default "exec \"$@\"" | trim | nindent 2 }}
- {{ $principal | default "-" | quote }}
- /opt/spark/bin/spark-class
- org.apache.hadoop.fs.FsShell
{{- range $key, $value := .configuration }}
{{- if hasPrefix "spark.hadoop." $key }}
- -D
- {{ printf "%s=%s" (trimPrefix "spark.hadoop." $key) $value | quote }}
{{- end }}
{{- end }}
{{- range .arguments }}
- {{ . | quote }}
{{- end }}
{{- end }}

{{/* Hadoop's shell insists on a core-site.xml, and Spark's images have none. */}}
{{- define "spark.filesystem.preparation" -}}
if [ -z "$HADOOP_CONF_DIR" ]; then
  export HADOOP_CONF_DIR=$(mktemp -d)
  echo "<configuration/>" > $HADOOP_CONF_DIR/core-site.xml
fi
{{- end }}

{{/* A driver does not start where the folder of its event log is missing, and an object store has none by itself. */}}
{{- define "spark.eventlog.container" -}}
{{- $configuration := .configuration | default (include "spark.configuration" . | fromYaml) -}}
{{- if eq "true" (get $configuration "spark.eventLog.enabled") -}}
name: event-log-folder
image: {{ include "common.image" .values.image | quote }}
imagePullPolicy: IfNotPresent
args:
  {{- include "spark.filesystem.arguments" (dict "root" .root "configuration" $configuration "arguments" (list "-mkdir" "-p" (get $configuration "spark.eventLog.dir"))) | trim | nindent 2 }}
resources:
  requests: { cpu: 100m, memory: 512Mi }
  limits: { memory: 512Mi }
securityContext:
  {{- include "common.security.container" . | nindent 2 }}
{{ .container | default (include "spark.pod.container" .) }}
{{- end -}}
{{- end }}
