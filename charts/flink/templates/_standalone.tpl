{{/*
What a job without an operator has: JobManager and TaskManagers as StatefulSets
in application mode. With Kubernetes HA a JobManager that comes back takes the
job graph and the last checkpoint of its cluster id: wanted after a crash, wrong
after a change. So the id is a hash of all that makes the graph.
*/}}

{{/* As YAML: clusterId, jobId and configuration. Takes (dict "root" $ "job" name "values" values). */}}
{{- define "flink.standalone" -}}
{{- $config := include "flink.configuration" . | fromYaml -}}
{{- $config = merge $config (include "flink.standalone.configuration" . | fromYaml) -}}
{{- $graph := include "flink.standalone.graph" (dict "root" .root "job" .job "values" .values "config" $config) | sha256sum -}}
{{- $clusterId := printf "%s-%s" (include "common.names.job" .) (trunc 8 $graph) -}}
{{- $_ := set $config "kubernetes.cluster-id" $clusterId -}}
{{/* The store of jobs that have ended is kept under this one. */}}
{{- $_ := set $config "high-availability.cluster-id" $clusterId -}}
clusterId: {{ $clusterId | quote }}
jobId: {{ trunc 32 $graph | quote }}
configuration:
  {{- toYaml $config | nindent 2 }}
{{- end }}

{{/* All that makes the job graph; memory, CPU and the number of TaskManagers do not. */}}
{{- define "flink.standalone.graph" -}}
{{- $options := dict -}}
{{- range $key, $value := .config -}}
{{- if regexMatch "^(execution|parallelism|pipeline|python|restart-strategy|sql|state|table)\\." $key -}}
{{- $_ := set $options $key $value -}}
{{- end -}}
{{- end -}}
{{- dict
  "image" (include "common.image" .values.image)
  "jar" (include "flink.jar" .)
  "entryClass" (include "flink.entryClass" .)
  "args" (include "flink.args" .)
  "sql" .values.sql
  "env" .values.env
  "kafka" (printf "%s%s" (include "common.kafka.client.env" .) (include "flink.pod.env.delivery" .))
  "startFrom" .values.startFrom
  "options" $options
| toJson -}}
{{- end }}

{{/* What the operator would have added; what the user sets wins. */}}
{{- define "flink.standalone.configuration" -}}
{{- $defaults := .root.Values.defaults -}}
kubernetes.namespace: {{ .root.Release.Namespace | quote }}
{{- if not (include "flink.reactive" .) }}
parallelism.default: {{ include "flink.standalone.parallelism" . | quote }}
{{- end }}
jobmanager.memory.process.size: {{ include "flink.standalone.memory" (dig "jobManager" "memory" $defaults.jobManager.memory .values) }}
taskmanager.memory.process.size: {{ include "flink.standalone.memory" (dig "taskManager" "memory" $defaults.taskManager.memory .values) }}
jobmanager.bind-host: 0.0.0.0
taskmanager.bind-host: 0.0.0.0
rest.bind-address: 0.0.0.0
rest.port: "8081"
jobmanager.rpc.port: "6123"
blob.server.port: "6124"
taskmanager.rpc.port: "6122"
taskmanager.data.port: "6121"
# A job that has ended stays ended, and its JobManager there to tell of it:
# started again by Kubernetes, it would begin from nothing.
execution.shutdown-on-application-finish: "false"
job-result-store.delete-on-commit: "false"
web.cancel.enable: "false"
# This file takes the place of the image's, which opens what Java 17 closes.
env.java.default-opts.all: {{ include "flink.standalone.opens" . | quote }}
{{- end }}

{{- define "flink.standalone.opens" -}}
{{- $options := list "--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED" "--add-exports=java.security.jgss/sun.security.krb5=ALL-UNNAMED" "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED" -}}
{{- range $package := list "api" "file" "parser" "tree" "util" -}}
{{- $options = append $options (printf "--add-exports=jdk.compiler/com.sun.tools.javac.%s=ALL-UNNAMED" $package) -}}
{{- end -}}
{{- range $package := list "lang" "net" "io" "nio" "lang.reflect" "text" "time" "util" "util.concurrent" "util.concurrent.atomic" "util.concurrent.locks" -}}
{{- $options = append $options (printf "--add-opens=java.base/java.%s=ALL-UNNAMED" $package) -}}
{{- end -}}
{{- join " " $options -}}
{{- end }}

{{/* Memory as Flink writes it; a Kubernetes quantity has an i. Takes such as 2048m or 2Gi. */}}
{{- define "flink.standalone.memory" -}}
{{- . | trimSuffix "i" | lower -}}
{{- end }}

{{- define "flink.standalone.quantity" -}}
{{- . | trimSuffix "i" | upper }}i
{{- end }}

{{/* What is said, else all the slots of a fixed number of TaskManagers. */}}
{{- define "flink.standalone.parallelism" -}}
{{- $slots := dig "taskManager" "slots" .root.Values.defaults.taskManager.slots .values | int -}}
{{- .values.parallelism | default (mul $slots (dig "taskManager" "replicas" 0 .values)) | default 1 | int -}}
{{- end }}

{{- define "flink.standalone.resources" -}}
requests:
  cpu: {{ .cpu }}
  memory: {{ include "flink.standalone.quantity" .memory }}
  {{- with .ephemeralStorage }}
  ephemeral-storage: {{ . | quote }}
  {{- end }}
limits:
  memory: {{ include "flink.standalone.quantity" .memory }}
  {{- with .ephemeralStorage }}
  ephemeral-storage: {{ . | quote }}
  {{- end }}
{{- end }}

{{- define "flink.standalone.selector" -}}
app: {{ include "common.names.job" . | quote }}
component: {{ .component }}
{{- end }}

{{- define "flink.standalone.env" -}}
- name: POD_NAME
  valueFrom: { fieldRef: { fieldPath: metadata.name } }
- name: POD_IP
  valueFrom: { fieldRef: { fieldPath: status.podIP } }
- name: FLINK_CONF_DIR
  value: /etc/flink
- name: FLINK_JOB_ID
  value: {{ .standalone.jobId | quote }}
{{- end }}
