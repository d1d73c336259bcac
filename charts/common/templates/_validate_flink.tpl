{{/* What the Flink operator would refuse or misread once the release is in. */}}
{{- define "common.validate.flink" -}}
{{- $found := .found -}}
{{- $root := .root -}}
{{- $flink := .root.Values.flink | default dict -}}
{{- $operated := eq ($flink.mode | default "operator") "operator" -}}
{{- range $name, $job := dig "jobs" dict $flink -}}
{{- if and (kindIs "map" $job) (dig "enabled" true $job) -}}
{{- $at := printf "flink.jobs.%s" $name -}}
{{- $part := dict "root" $root "found" $found "flink" $flink "at" $at "entry" $job -}}
{{- include "common.validate.flinkconfiguration" $part -}}
{{- if not $job.session -}}
{{- include "common.validate.flinkcluster" $part -}}
{{- end -}}
{{- if $operated -}}
{{- include "common.validate.flinkscaling" $part -}}
{{- end -}}
{{- include "common.validate.flinkdelivery" $part -}}
{{- if $operated -}}
{{- include "common.validate.flinkstate" $part -}}
{{- end -}}
{{- with $job.startFrom -}}
{{- if and $operated (not .nonce) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.startFrom.nonce: the operator starts from a path only when its nonce is another one; set it to 1, and raise it each time" $at)) -}}
{{- end -}}
{{- end -}}
{{- if and $operated $job.drainOnDelete (not $job.savepointOnDelete) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.drainOnDelete: the operator drains a job only as it takes the last savepoint; set savepointOnDelete, too" $at)) -}}
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
{{- include "common.validate.flinksessions" . -}}
{{- end }}

{{/* What an upgrade starts from has to be somewhere. */}}
{{- define "common.validate.flinkstate" -}}
{{- if not .root.Values.global.storage.uri -}}
{{- $upgrade := .entry.upgrade | default "savepoint" -}}
{{- if ne $upgrade "stateless" -}}
{{- include "common.validate.add" (dict "found" .found "problem" (printf "%s.upgrade: %s needs a place for checkpoints and savepoints; set global.storage.uri, or upgrade to stateless" .at $upgrade)) -}}
{{- end -}}
{{- if dig "checkpoints" "savepointEvery" false .entry -}}
{{- include "common.validate.add" (dict "found" .found "problem" (printf "%s.checkpoints.savepointEvery: there is no place for savepoints; set global.storage.uri" .at)) -}}
{{- end -}}
{{- end -}}
{{- end }}
