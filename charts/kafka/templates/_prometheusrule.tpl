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
{{ include "common.monitoring.prometheusrule" (dict "root" . "name" $name "namespace" $namespace "words" $words "facts" (dict "strimzi" true) "settings" (list .Values.cluster.alerts)) }}
{{- end }}
