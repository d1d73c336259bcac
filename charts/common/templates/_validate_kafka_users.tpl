{{/* Rules that Strimzi takes and Kafka never applies, and users that nobody makes. */}}
{{- define "common.validate.kafka.users" -}}
{{- $found := .found -}}
{{- $topics := dig "topics" dict .kafka -}}
{{- $jobs := concat (dig "flink" "jobs" dict .root.Values.AsMap | keys) (dig "spark" "jobs" dict .root.Values.AsMap | keys) (dig "connect" dict .kafka | keys) -}}
{{- $fits := include "common.kafka.operations" . | fromJson -}}
{{- range $name, $user := dig "users" dict .kafka -}}
{{- if dig "enabled" true $user -}}
{{- $at := printf "kafka.users.%s" $name -}}
{{- if ne $.root.Values.global.kafka.mode "strimzi" -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s: nobody makes users in mode %q; remove it" $at $.root.Values.global.kafka.mode)) -}}
{{- end -}}
{{- include "common.validate.kafka.declared" (dict "found" $found "at" $at "values" $user "topics" $topics) -}}
{{- if and (not $user.name) (has $name $jobs) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s: a job has this name, and both would be one Kafka user; rename one or set name" $at)) -}}
{{- end -}}
{{- $full := dig "name" "" $user | default (include "common.names.client" (dict "root" $.root "job" $name)) -}}
{{- if and (eq (dig "authentication" "" $user | default $.root.Values.global.kafka.authentication) "tls") (gt (len $full) 64) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s: the name %q has %d characters and a certificate takes 64; set a shorter name, or use scram-sha-512" $at $full (len $full))) -}}
{{- end -}}
{{- range $rule, $acl := dig "acls" dict $user -}}
{{- $rules := get $fits $acl.resource -}}
{{- if and (ne $acl.resource "cluster") (not $acl.name) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.acls.%s.name: a rule about a %s needs its name; set it (* is every one)" $at $rule $acl.resource)) -}}
{{- end -}}
{{- range $acl.operations -}}
{{- if not (has . $rules) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.acls.%s.operations: %s fits no %s and Kafka would never ask for it; use %s" $at $rule . $acl.resource (join ", " $rules))) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* Topics in `reads` and `writes` that nobody declares. Takes (dict "found" "at" "values" "topics"). */}}
{{- define "common.validate.kafka.declared" -}}
{{- $parent := . -}}
{{- range $side := list "reads" "writes" -}}
{{- range $topic := dig $side list $parent.values -}}
{{- if not (hasKey $parent.topics $topic) -}}
{{- include "common.validate.add" (dict "found" $parent.found "problem" (printf "%s.%s: nobody declares the topic %q; add it to kafka.topics (external: true if somebody else owns it)" $parent.at $side $topic)) -}}
{{- else if not (dig "enabled" true (get $parent.topics $topic)) -}}
{{- include "common.validate.add" (dict "found" $parent.found "problem" (printf "%s.%s: the topic %q is disabled; enable it or remove it from here" $parent.at $side $topic)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}
