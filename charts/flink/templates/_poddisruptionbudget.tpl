{{/*
A drain takes one pod of a role at a time. A role with a single pod has no
budget: one would stop every drain for ever, and the job comes back by itself.
*/}}
{{- define "flink.poddisruptionbudget.jobmanager" -}}
{{- if and (include "flink.budgets" .) (gt (dig "jobManager" "replicas" 1 .values | int) 1) -}}
{{- include "flink.poddisruptionbudget" (dict "cluster" . "role" "jobmanager") }}
  maxUnavailable: 1
{{- end -}}
{{- end }}

{{/*
Native TaskManagers belong to the JobManager's Deployment, whose count is
another: only a number that must stay works for them.
*/}}
{{- define "flink.poddisruptionbudget.taskmanager" -}}
{{- if include "flink.budgets" . -}}
{{- $taskManagers := include "flink.taskmanagers" . | int -}}
{{- $counted := or (include "flink.reactive" .) (eq .root.Values.mode "standalone") -}}
{{- if or (include "flink.reactive" .) (gt $taskManagers 1) -}}
{{- include "flink.poddisruptionbudget" (dict "cluster" . "role" "taskmanager") }}
{{- if $counted }}
  maxUnavailable: 1
{{- else }}
  minAvailable: {{ sub $taskManagers 1 }}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{- define "flink.poddisruptionbudget" -}}
{{- $name := include "common.names.job" .cluster -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ $name }}-{{ .role }}
  namespace: {{ .cluster.root.Release.Namespace | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" .cluster.root "job" .cluster.job) | nindent 4 }}
spec:
  selector:
    matchLabels:
      app: {{ $name | quote }}
      component: {{ .role }}
{{- end }}

{{- define "flink.budgets" -}}
{{- if dig "disruptionBudgets" "enabled" true .values -}}
true
{{- end -}}
{{- end }}

{{/* How many TaskManagers there are at least; a session has as many as its jobs ask for. */}}
{{- define "flink.taskmanagers" -}}
{{- $slots := dig "taskManager" "slots" .root.Values.defaults.taskManager.slots .values | int -}}
{{- $parallelism := .values.parallelism | default 1 | int -}}
{{- if include "common.flink.has" (dict "values" .values "part" "autoscaler") -}}
{{- $parallelism = .values.autoscaler.minParallelism | default 1 | int -}}
{{- end -}}
{{- dig "taskManager" "replicas" (divf $parallelism $slots | ceil) .values -}}
{{- end }}
