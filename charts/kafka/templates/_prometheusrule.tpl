{{- define "kafka.prometheusrule" -}}
{{- $namespace := include "common.names.kafkaNamespace" . -}}
{{- $cluster := .Values.global.kafka.cluster -}}
{{- $name := printf "%s-kafka" $cluster -}}
{{- $words := dict
  "scrape" (include "common.monitoring.scrape" (list $namespace $name))
  "cluster" $cluster
  "namespace" $namespace
  "brokers" (include "common.kafka.brokers" .Values)
-}}
{{ include "common.monitoring.prometheusrule" (dict "root" . "name" $name "namespace" $namespace "words" $words "facts" (dict "cluster" true "strimzi" (eq .Values.global.kafka.mode "strimzi")) "settings" (list .Values.cluster.alerts)) }}
{{- end }}

{{- define "kafka.connect.prometheusrule" -}}
{{- $name := include "common.names.job" . -}}
{{- $monitor := printf "%s-connect" $name -}}
{{- $words := dict "name" $name "scrape" (include "common.monitoring.scrape" (list .root.Release.Namespace $monitor)) -}}
{{ include "common.monitoring.prometheusrule" (dict "root" .root "name" $monitor "namespace" .root.Release.Namespace "words" $words "facts" (dict "connect" true) "settings" (list .values.alerts)) }}
{{- end }}
