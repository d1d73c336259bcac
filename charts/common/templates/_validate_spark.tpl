{{/* What the Spark operator refuses, passes over in silence or misreads once the release is in. */}}
{{- define "common.validate.spark" -}}
{{- $spark := .root.Values.spark | default dict -}}
{{- $mode := dig "mode" "kubeflow" $spark -}}
{{- $with := dict "root" .root "found" .found "spark" $spark "mode" $mode -}}
{{- include "common.validate.spark.conf" (dict "found" .found "at" "spark.defaults" "mode" $mode "values" (dig "defaults" dict $spark)) -}}
{{- range $kind := list "jobs" "connect" -}}
{{- range $name, $values := dig $kind dict $spark -}}
{{- if and (kindIs "map" $values) (dig "enabled" true $values) -}}
{{- $one := merge (dict "at" (printf "spark.%s.%s" $kind $name) "name" $name "values" $values) $with -}}
{{- include (printf "common.validate.spark.%s" $kind) $one -}}
{{- include "common.validate.spark.conf" $one -}}
{{- include "common.validate.spark.executors" $one -}}
{{- include "common.validate.spark.pods" $one -}}
{{- include "common.validate.spark.azure" $one -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- include "common.validate.spark.history" $with -}}
{{- end }}

{{/* Takes (dict "found" "at" "text"): the problem's path and what follows it. */}}
{{- define "common.validate.spark.add" -}}
{{- include "common.validate.add" (dict "found" .found "problem" (printf "%s%s" .at .text)) -}}
{{- end }}

{{- define "common.validate.spark.jobs" -}}
{{- $with := . -}}
{{- if and .values.schedule (eq .mode "kubeflow") -}}
{{- $full := printf "%s-%s" .root.Values.global.pipeline.name .name -}}
{{- if gt (len $full) 43 -}}
{{- include "common.validate.spark.add" (merge (dict "text" (printf ".schedule: a run's name has 20 characters more than %q (%d), and a label takes 63; shorten the job's or the pipeline's name" $full (len $full))) .) -}}
{{- end -}}
{{- end -}}
{{- if has .name (list "spark-history" "spark-events") -}}
{{- include "common.validate.spark.add" (merge (dict "text" ": the History Server and its event logs have that name; choose another") .) -}}
{{- end -}}
{{- with .values.schedule -}}
{{- if not (regexMatch (include "common.spark.cron" .) .) -}}
{{- include "common.validate.spark.add" (merge (dict "text" (printf ".schedule: %q is no cron expression of five fields; write it like 0 3 * * *" .)) $with) -}}
{{- end -}}
{{- if $with.values.streaming -}}
{{- include "common.validate.spark.add" (merge (dict "text" ".streaming: such a job never ends, and its schedule would never start a second run; remove schedule or streaming") $with) -}}
{{- end -}}
{{- else -}}
{{- range $key := list "timeZone" "concurrency" "history" -}}
{{- if hasKey $with.values $key -}}
{{- include "common.validate.spark.add" (merge (dict "text" (printf ".%s: it says something of a schedule, and there is none; add schedule or remove it" $key)) $with) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if and .values.streaming .values.timeoutSeconds -}}
{{- include "common.validate.spark.add" (merge (dict "text" ".timeoutSeconds: it would end a streaming job again and again; remove it") .) -}}
{{- end -}}
{{- end }}

{{- define "common.validate.spark.connect" -}}
{{- $with := . -}}
{{- if ne .mode "kubeflow" -}}
{{- include "common.validate.spark.add" (merge (dict "text" (printf ": mode %q has no Spark Connect server; set spark.mode to kubeflow, or enabled: false" .mode)) .) -}}
{{- end -}}
{{- $full := printf "%s-%s" .root.Values.global.pipeline.name .name -}}
{{- if gt (len $full) 56 -}}
{{- include "common.validate.spark.add" (merge (dict "text" (printf ": the name %q has %d characters and the operator takes 56 (it adds -server); shorten the server's or the pipeline's name" $full (len $full))) .) -}}
{{- end -}}
{{- if dig "jobs" .name "enabled" (hasKey (dig "jobs" dict .spark) .name) .spark -}}
{{- include "common.validate.spark.add" (merge (dict "text" ": a job has that name, and their objects would be the same; rename one of the two") .) -}}
{{- end -}}
{{- $topics := dig "kafka" "topics" dict .root.Values.AsMap -}}
{{- range $side := list "reads" "writes" -}}
{{- range $topic := dig $side list $with.values -}}
{{- if not (dig $topic "enabled" (hasKey $topics $topic) $topics) -}}
{{- include "common.validate.spark.add" (merge (dict "text" (printf ".%s: nobody declares the topic %q; add it to kafka.topics (external: true if somebody else owns it)" $side $topic)) $with) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* Five fields, each a list of *, numbers, ranges and steps; months and days have names, too. */}}
{{- define "common.spark.cron" -}}
{{- $fields := list -}}
{{- range $value := list "[0-5]?[0-9]" "(?:[01]?[0-9]|2[0-3])" "(?:0?[1-9]|[12][0-9]|3[01])" "(?:0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)" "(?:[0-6]|sun|mon|tue|wed|thu|fri|sat)" -}}
{{- $item := printf "(?:[*?]|%s(?:-%s)?)(?:/[0-9]+)?" $value $value -}}
{{- $fields = append $fields (printf "%s(?:,%s)*" $item $item) -}}
{{- end -}}
(?i)^(?:@(?:hourly|daily|midnight|weekly|monthly|yearly|annually)|{{ join " +" $fields }})$
{{- end }}
