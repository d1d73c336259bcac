{{/* Credentials that would never reach a job. */}}
{{- define "common.validate.credentials" -}}
{{- $kafka := .root.Values.global.kafka -}}
{{- $via := include "common.kafka.client.via" .root -}}
{{- $at := "global.kafka.credentials" -}}
{{- $problem := "" -}}
{{- $user := ne $kafka.authentication "none" -}}
{{- $ca := and (include "common.kafka.client.tls" .) (not (dig "tls" "caSecret" "" $kafka)) -}}
{{- $namespace := include "common.names.kafkaNamespace" .root -}}
{{- if and (eq $via "same-namespace") (eq $kafka.mode "strimzi") (or $user $ca) (ne $namespace .root.Release.Namespace) -}}
{{- $problem = printf "%s.via: Strimzi writes secrets only into namespace %q, the jobs run in %q; use kafka-access, external-secret or existing-secret" $at $namespace .root.Release.Namespace -}}
{{- else if and (eq $via "same-namespace") (has $kafka.mode (list "external" "confluent" "statefulset")) $user -}}
{{- $problem = printf "%s.via: nobody writes a user's secret in mode %q; use external-secret or existing-secret" $at $kafka.mode -}}
{{- else if and (eq $via "kafka-access") (ne $kafka.mode "strimzi") -}}
{{- $problem = printf "%s.via: kafka-access knows Strimzi's clusters only, and the mode is %q; use external-secret or existing-secret" $at $kafka.mode -}}
{{- else if and (eq $via "external-secret") (not (dig "credentials" "store" "name" "" $kafka)) -}}
{{- $problem = printf "%s.store.name: external-secret needs a store; name it" $at -}}
{{- else if and (eq $via "existing-secret") $user (not (dig "credentials" "secret" "" $kafka)) -}}
{{- $problem = printf "%s.secret: existing-secret needs the secret's name; set it" $at -}}
{{- end -}}
{{- if and (eq $kafka.mode "confluent") (eq $kafka.authentication "scram-sha-512") -}}
{{- include "common.validate.add" (dict "found" $.found "problem" "global.kafka.authentication: Confluent for Kubernetes has no SCRAM listeners; use tls") -}}
{{- end -}}
{{- with $problem -}}
{{- include "common.validate.add" (dict "found" $.found "problem" .) -}}
{{- end -}}
{{- include "common.validate.credentials.names" . -}}
{{- end }}

{{/* A certificate's common name has 64 characters at most; Strimzi says so only once the release is in. */}}
{{- define "common.validate.credentials.names" -}}
{{- if and (eq .root.Values.global.kafka.authentication "tls") (include "common.kafkauser.wanted" .root) -}}
{{- range $chart := list "flink" "spark" -}}
{{- range $job, $values := dig $chart "jobs" dict $.root.Values.AsMap -}}
{{- $name := include "common.names.client" (dict "root" $.root "job" $job) -}}
{{- if and (kindIs "map" $values) (gt (len $name) 64) -}}
{{- include "common.validate.add" (dict "found" $.found "problem" (printf "%s.jobs.%s: its Kafka user %q has %d characters and a certificate takes 64; shorten the job's or the pipeline's name, or use scram-sha-512" $chart $job $name (len $name))) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}
