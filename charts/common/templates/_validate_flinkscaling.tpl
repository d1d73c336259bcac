{{/*
How many parts a job has, who decides it, and whether it fits.
Takes (dict "root" $ "found" map "flink" <values> "at" path "entry" <job>).
*/}}
{{- define "common.validate.flinkscaling" -}}
{{- $at := .at -}}
{{- $found := .found -}}
{{- $job := .entry -}}
{{- $defaults := .flink.defaults | default dict -}}
{{- $most := $job.maxParallelism | default $defaults.maxParallelism | default 360 | int -}}
{{- $slots := dig "taskManager" "slots" (dig "taskManager" "slots" 1 $defaults) $job | int -}}
{{- $fixed := dig "taskManager" "replicas" 0 $job | int -}}
{{- $parallelism := $job.parallelism | default 0 | int -}}
{{- if gt $parallelism $most -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.parallelism: %d is more than maxParallelism (%d); lower it, or raise maxParallelism while there is no state yet" $at $parallelism $most)) -}}
{{- end -}}
{{- $auto := include "common.flink.has" (dict "values" $job "part" "autoscaler") -}}
{{- $reactive := include "common.flink.has" (dict "values" $job "part" "reactive") -}}
{{- if and $auto $reactive -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.reactive: autoscaler and HorizontalPodAutoscaler would undo each other; keep one of them" $at)) -}}
{{- end -}}
{{- if $auto -}}
{{- $upper := $job.autoscaler.maxParallelism | default 0 | int -}}
{{- if gt $upper $most -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.autoscaler.maxParallelism: %d is more than maxParallelism (%d) allows; lower it" $at $upper $most)) -}}
{{- end -}}
{{- if $fixed -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.taskManager.replicas: the autoscaler decides how many there are; remove it" $at)) -}}
{{- end -}}
{{- else if $reactive -}}
{{- include "common.validate.flinkreactive" (dict "at" $at "found" $found "job" $job "slots" $slots "most" $most) -}}
{{- else if and $fixed $parallelism (ne $parallelism (mul $fixed $slots | int)) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.parallelism: with taskManager.replicas the operator makes it %d (%d TaskManagers of %d slots) and ignores %d; remove one of the two" $at (mul $fixed $slots) $fixed $slots $parallelism)) -}}
{{- end -}}
{{- end }}

{{- define "common.validate.flinkreactive" -}}
{{- $reactive := .job.reactive -}}
{{- $least := $reactive.min | default 1 | int -}}
{{- if gt $least ($reactive.max | int) -}}
{{- include "common.validate.add" (dict "found" .found "problem" (printf "%s.reactive.min: %d is more than max (%d); lower it" .at $least ($reactive.max | int))) -}}
{{- end -}}
{{- $parts := mul ($reactive.max | int) .slots | int -}}
{{- if gt $parts .most -}}
{{- include "common.validate.add" (dict "found" .found "problem" (printf "%s.reactive.max: %d TaskManagers of %d slots make %d parts, more than maxParallelism (%d); lower it" .at ($reactive.max | int) .slots $parts .most)) -}}
{{- end -}}
{{- if dig "taskManager" "replicas" 0 .job -}}
{{- include "common.validate.add" (dict "found" .found "problem" (printf "%s.taskManager.replicas: the HorizontalPodAutoscaler decides how many there are; remove it" .at)) -}}
{{- end -}}
{{- if and .job.jar (not (hasPrefix "local://" .job.jar)) -}}
{{- include "common.validate.add" (dict "found" .found "problem" (printf "%s.jar: a reactive job's jar is in its image; use local:///opt/flink/usrlib/…" .at)) -}}
{{- end -}}
{{- end }}
