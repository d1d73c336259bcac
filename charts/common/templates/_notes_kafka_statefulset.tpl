{{/* What NOTES.txt says of Kafka nodes that no operator minds. */}}
{{- define "common.notes.kafka.statefulset.next" -}}
{{- if and (eq .Values.global.kafka.mode "statefulset") (dig "cluster" "create" false (.Values.kafka | default dict)) }}
See the Kafka nodes, each ready once it has caught up with the others:
  kubectl --namespace {{ include "common.names.kafkaNamespace" . }} get pods --selector headworks.dev/kafka-cluster={{ .Values.global.kafka.cluster }}
{{- end }}
{{- end }}

{{- define "common.notes.kafka.statefulset.beware" -}}
{{- if eq .Values.global.kafka.mode "statefulset" }}
Topics are made by a Job after each install and upgrade, which deletes nothing: a topic that leaves the values stays.
{{- if dig "cluster" "create" false (.Values.kafka | default dict) }}
{{- $own := .Values.kafka.cluster.statefulset }}
Without an operator nobody stops you from what cannot be undone:
  - the number of controllers, the names of pools and firstNodeId stay as they are for the cluster's life
  - before a pool of brokers gets fewer replicas, move their partitions with kafka-reassign-partitions.sh
{{- if or (dig "tls" "secret" "" $own) (dig "tls" "issuer" "" $own) }}
Nodes read a renewed certificate when they start:
  kubectl --namespace {{ include "common.names.kafkaNamespace" . }} rollout restart statefulset --selector headworks.dev/kafka-cluster={{ .Values.global.kafka.cluster }}
{{- end }}
{{- if and (include "common.monitoring.wanted" .) (not (dig "metrics" "image" "" $own)) }}
The official image has no exporter, so there are no metrics of Kafka: name an image with Prometheus' JMX agent in kafka.cluster.statefulset.metrics.
{{- end }}
{{- end }}
{{- end }}
{{- end }}
