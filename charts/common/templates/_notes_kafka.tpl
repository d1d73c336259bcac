{{/* What NOTES.txt says of Kafka: the next command, what is left behind, what cannot be undone. */}}
{{- define "common.notes.kafka.next" -}}
{{- $kafka := .Values.kafka | default dict -}}
{{- $mode := .Values.global.kafka.mode -}}
{{- $namespace := include "common.names.kafkaNamespace" . -}}
{{- $select := printf "--selector headworks.dev/pipeline=%s" .Values.global.pipeline.name -}}
{{- with get (dict "strimzi" "kafka.strimzi.io" "confluent" "platform.confluent.io") $mode }}
{{- $kinds := list (printf "kafkatopics.%s" .) -}}
{{- if dig "cluster" "create" false $kafka -}}
{{- $kinds = prepend $kinds (printf "kafkas.%s" .) -}}
{{- end }}
See the Kafka topics work:
  kubectl --namespace {{ $namespace }} get {{ join "," $kinds }} {{ $select }}
{{- end }}
{{- if and (eq $mode "strimzi") $kafka.connect }}
See the connectors work:
  kubectl --namespace {{ .Release.Namespace }} get kafkaconnects.kafka.strimzi.io,kafkaconnectors.kafka.strimzi.io {{ $select }}
{{- end }}
{{- include "common.notes.kafka.statefulset.next" . }}
{{- if include "common.test.wanted" . }}
Try the way to Kafka, as a job goes it:
  helm test {{ .Release.Name }} --namespace {{ .Release.Namespace }}
{{- end }}
{{- end }}

{{- define "common.notes.kafka.left" -}}
{{- if ((.Values.kafka).cluster).create }}
{{- if eq .Values.global.kafka.mode "confluent" }}
  - the volumes of the Kafka cluster: kubectl --namespace {{ include "common.names.kafkaNamespace" . }} get pvc
{{- else }}
  - the volumes of the Kafka cluster: kubectl --namespace {{ include "common.names.kafkaNamespace" . }} get pvc --selector {{ ternary "headworks.dev/kafka-cluster" "strimzi.io/cluster" (eq .Values.global.kafka.mode "statefulset") }}={{ .Values.global.kafka.cluster }}
{{- end }}
{{- end }}
{{- end }}

{{- define "common.notes.kafka.beware" -}}
{{- $kafka := .Values.kafka | default dict -}}
{{- $mode := .Values.global.kafka.mode -}}
{{- $create := dig "cluster" "create" false $kafka -}}
{{- if $create }}
This release owns the Kafka cluster {{ .Values.global.kafka.cluster }} as well: good for development. In production give the
cluster a release of its own; uninstalling a pipeline must not take the cluster with it.
{{- include "common.notes.kafka.cluster" . }}
{{- end }}
{{- if ne $mode "external" }}
{{- if has $mode (list "strimzi" "confluent") }}
`helm uninstall` deletes the topics that this pipeline declares, with their data.
{{- end }}
What cannot be undone later: a topic's name and its number of partitions (more, never fewer)
{{- if $create }}, the type of a pool's storage, a raised metadataVersion; and brokers go only once their partitions are elsewhere{{ end }}.
{{- end }}
{{- include "common.notes.kafka.rights" . }}
{{- include "common.notes.kafka.statefulset.beware" . }}
{{- end }}

{{/* What is fine for development, and who may connect. */}}
{{- define "common.notes.kafka.cluster" -}}
{{- range $name, $pool := .Values.kafka.cluster.pools }}
{{- if and (dig "enabled" true $pool) (eq (dig "storage" "type" "" $pool) "ephemeral") }}
Pool {{ $name }} keeps its data in its pods: what they hold goes with them.
{{- end }}
{{- end }}
{{- if eq .Values.global.kafka.mode "strimzi" }}
{{- $open := list -}}
{{- range $name, $listener := .Values.kafka.cluster.listeners -}}
{{- if and (dig "enabled" true $listener) (not $listener.networkPolicyPeers) -}}
{{- $open = append $open $name -}}
{{- end -}}
{{- end -}}
{{- with $open }}
Every pod may connect to the listeners {{ join ", " . }}; name networkPolicyPeers to close them.
{{- end }}
{{- else if eq .Values.global.kafka.mode "confluent" }}
Delete its topics before the cluster: nobody would be left to take their finalizers away.
{{- end }}
{{- end }}

{{/* Rights that no operator makes. */}}
{{- define "common.notes.kafka.rights" -}}
{{- $kafka := .Values.global.kafka -}}
{{- if and (eq $kafka.mode "confluent") (ne $kafka.authentication "none") (not (dig "confluent" "roleBindings" false $kafka)) }}
Nobody gives the jobs their rights here; somebody who may has to:
{{- range $chart := list "flink" "spark" }}
{{- range $name, $job := dig $chart "jobs" dict $.Values.AsMap }}
{{- if and (kindIs "map" $job) (dig "enabled" true $job) }}
{{- $client := include "common.names.client" (dict "root" $ "job" $name) }}
{{- $acls := printf "kafka-acls --bootstrap-server %s --add --allow-principal User:%s" $kafka.bootstrapServers $client }}
{{- range $job.reads }}
  {{ $acls }} --operation Read --operation Describe --topic {{ include "common.names.kafkaTopic" (dict "root" $ "topic" .) }}
{{- end }}
{{- range $job.writes }}
  {{ $acls }} --operation Write --operation Describe --topic {{ include "common.names.kafkaTopic" (dict "root" $ "topic" .) }}
{{- end }}
  {{ $acls }} --operation Read --resource-pattern-type prefixed --group {{ $client }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
