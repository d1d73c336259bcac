{{/*
Everything that a schema cannot see, collected: one failure names every
problem as "value path: problem; remedy". Rendered by the umbrella, which
alone sees all values.
*/}}
{{- define "common.validate" -}}
{{- $found := dict "problems" list -}}
{{- include "common.validate.environment" (dict "root" . "found" $found) -}}
{{- include "common.validate.nulls" (dict "at" "" "value" (omit .Values "kafka" "flink" "spark") "found" $found) -}}
{{- range $chart := list "kafka" "flink" "spark" -}}
{{- with index $.Values $chart -}}
{{- include "common.validate.nulls" (dict "at" $chart "value" (omit . "global") "found" $found) -}}
{{- end -}}
{{- end -}}
{{- include "common.validate.jobs" (dict "root" . "found" $found) -}}
{{- include "common.validate.credentials" (dict "root" . "found" $found) -}}
{{- range $part := list "global" "kafka" "flink" "flinkstandalone" "spark" "sparkmodes" "storage" -}}
{{- include (printf "common.validate.%s" $part) (dict "root" $ "found" $found) -}}
{{- end -}}
{{- with $found.problems -}}
{{- fail (printf "\n%d problem(s) in the values:\n- %s\n" (len .) (join "\n- " .)) -}}
{{- end -}}
{{- end }}

{{- define "common.validate.add" -}}
{{- $_ := set .found "problems" (append .found.problems .problem) -}}
{{- end }}

{{- define "common.validate.environment" -}}
{{- if not .root.Values.global.environment -}}
{{- include "common.validate.add" (dict "found" .found "problem" "global.environment: no environment is chosen; add -f values-<environment>.yaml") -}}
{{- end -}}
{{- end }}

{{- define "common.validate.nulls" -}}
{{- $parent := . -}}
{{- if kindIs "map" .value -}}
{{- range $key, $value := .value -}}
{{- $at := trimPrefix "." (printf "%s.%s" $parent.at $key) -}}
{{- if and (kindIs "invalid" $value) (not (contains ".override" $parent.at)) -}}
{{- include "common.validate.add" (dict "found" $parent.found "problem" (printf "%s: null neither removes nor keeps a default alike in Helm 3 and 4; set enabled: false to remove an entry" $at)) -}}
{{- else if kindIs "map" $value -}}
{{- include "common.validate.nulls" (dict "at" $at "value" $value "found" $parent.found) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{- define "common.validate.jobs" -}}
{{- $root := .root -}}
{{- $found := .found -}}
{{- $topics := dig "kafka" "topics" dict $root.Values.AsMap -}}
{{- range $chart := list "flink" "spark" -}}
{{- range $name, $job := dig $chart "jobs" dict $root.Values.AsMap -}}
{{- if and (kindIs "map" $job) (dig "enabled" true $job) -}}
{{- $full := printf "%s-%s" $root.Values.global.pipeline.name $name -}}
{{- if gt (len $full) 45 -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.jobs.%s: the name %q has %d characters and Flink allows 45; shorten the job's or the pipeline's name" $chart $name $full (len $full))) -}}
{{- end -}}
{{- range $side := list "reads" "writes" -}}
{{- range $topic := dig $side list $job -}}
{{- if not (hasKey $topics $topic) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.jobs.%s.%s: nobody declares the topic %q; add it to kafka.topics (external: true if somebody else owns it)" $chart $name $side $topic)) -}}
{{- else if not (dig "enabled" true (get $topics $topic)) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.jobs.%s.%s: the topic %q is disabled; enable it or remove it from the job" $chart $name $side $topic)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}
