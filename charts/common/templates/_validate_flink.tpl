{{/* What the Flink operator would refuse or misread once the release is in. */}}
{{- define "common.validate.flink" -}}
{{- $found := .found -}}
{{- $replaced := dict
  "kubernetes.namespace" "the release's namespace decides"
  "kubernetes.cluster-id" "the job's name decides"
  "high-availability.cluster-id" "the job's name decides"
  "high-availability.storageDir" "global.storage.uri decides"
  "state.checkpoints.dir" "Flink 2 reads execution.checkpointing.dir; global.storage.uri decides"
  "state.savepoints.dir" "Flink 2 reads execution.checkpointing.savepoint-dir; global.storage.uri decides"
  "job.autoscaler.enabled" "use the job's field autoscaler"
-}}
{{- $operated := eq (dig "mode" "operator" (.root.Values.flink | default dict)) "operator" -}}
{{- range $name, $job := dig "jobs" dict (.root.Values.flink | default dict) -}}
{{- if and (kindIs "map" $job) (dig "enabled" true $job) -}}
{{- $at := printf "flink.jobs.%s" $name -}}
{{- range $key, $value := dig "flinkConfiguration" dict $job -}}
{{- with get $replaced $key -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.flinkConfiguration.%s: %s; remove it" $at $key .)) -}}
{{- end -}}
{{- end -}}
{{- with $job.startFrom -}}
{{- if and $operated (not .nonce) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.startFrom.nonce: the operator starts from a path only when its nonce is another one; set it to 1, and raise it each time" $at)) -}}
{{- end -}}
{{- end -}}
{{- with $job.autoscaler -}}
{{- $least := dig "minParallelism" 1 . | int -}}
{{- $most := dig "maxParallelism" 200 . | int -}}
{{- if gt $least $most -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.autoscaler.minParallelism: %d is more than maxParallelism (%d); lower it" $at $least $most)) -}}
{{- end -}}
{{- end -}}
{{- if and $operated $job.suspended (eq (dig "upgrade" "savepoint" $job) "stateless") -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.suspended: with upgrade: stateless the job's state is lost when it stops; set upgrade to savepoint first, or enabled: false to remove the job" $at)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}
