{{/* What NOTES.txt says of Kafka: the next command, what is left behind, what cannot be undone. */}}
{{- define "common.notes.kafka.next" -}}
{{- end }}

{{- define "common.notes.kafka.left" -}}
{{- if ((.Values.kafka).cluster).create }}
  - the volumes of the Kafka cluster: kubectl --namespace {{ include "common.names.kafkaNamespace" . }} get pvc --selector strimzi.io/cluster={{ .Values.global.kafka.cluster }}
{{- end }}
{{- end }}

{{- define "common.notes.kafka.beware" -}}
{{- if ((.Values.kafka).cluster).create }}
This release owns the Kafka cluster {{ .Values.global.kafka.cluster }} as well: good for development. In production give the
cluster a release of its own; uninstalling a pipeline must not take the cluster with it.
{{- end }}
{{- if eq .Values.global.kafka.mode "strimzi" }}
`helm uninstall` deletes the topics that this pipeline declares, with their data.
{{- end }}
{{- end }}
