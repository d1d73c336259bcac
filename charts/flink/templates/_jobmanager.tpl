{{/* The JobManager of a job without an operator. Each takes what `flink.statefulset` does. */}}

{{/*
Who it is stands here and not only in its configuration, which may be a newer
one when a container starts again before its pod is replaced.
*/}}
{{- define "flink.args.jobmanager" -}}
{{- $args := list "standalone-job"
  "-Djobmanager.rpc.address=$(POD_IP)"
  (printf "-Dkubernetes.cluster-id=%s" .standalone.clusterId)
  (printf "-Dhigh-availability.cluster-id=%s" .standalone.clusterId)
  "--job-id" .standalone.jobId
  "--jars" (include "flink.literal" (include "flink.jar" .))
-}}
{{- with include "flink.entryClass" . -}}
{{- $args = concat $args (list "--job-classname" (include "flink.literal" .)) -}}
{{- end -}}
{{- with .values.startFrom -}}
{{- $args = concat $args (list "--fromSavepoint" (include "flink.literal" .path)) -}}
{{- end -}}
{{- if .values.allowNonRestoredState -}}
{{- $args = append $args "--allowNonRestoredState" -}}
{{- end -}}
{{/* What follows is the job's own, whatever it looks like. */}}
{{- range $index, $arg := include "flink.args" . | fromJsonArray -}}
{{- if not $index -}}
{{- $args = append $args "--" -}}
{{- end -}}
{{- $args = append $args (include "flink.literal" $arg) -}}
{{- end -}}
{{- toJson $args -}}
{{- end }}

{{/* Kubernetes would put a variable's value in for $(NAME), and one $ for two. */}}
{{- define "flink.literal" -}}
{{- . | replace "$" "$$" -}}
{{- end }}

{{- define "flink.ports.jobmanager" -}}
- { name: rest, containerPort: 8081 }
- { name: rpc, containerPort: 6123 }
- { name: blob, containerPort: 6124 }
{{- end }}

{{- define "flink.probes.jobmanager" -}}
startupProbe:
  tcpSocket: { port: rpc }
  periodSeconds: 5
  failureThreshold: 60
readinessProbe:
  httpGet: { path: /overview, port: rest }
  periodSeconds: 10
  timeoutSeconds: 5
livenessProbe:
  tcpSocket: { port: rpc }
  periodSeconds: 30
  timeoutSeconds: 5
  failureThreshold: 5
{{- end }}
