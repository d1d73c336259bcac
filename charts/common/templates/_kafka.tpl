{{/*
What several templates and the validation ask of a Kafka cluster's values.
*/}}

{{/* How many brokers the pools make; takes the values of `kafka`. */}}
{{- define "common.kafka.brokers" -}}
{{- include "common.kafka.nodes" (dict "kafka" . "role" "broker") -}}
{{- end }}

{{/* How many nodes have a role; takes (dict "kafka" values "role" name). */}}
{{- define "common.kafka.nodes" -}}
{{- $role := .role -}}
{{- $count := 0 -}}
{{- range $name, $pool := dig "pools" dict (.kafka.cluster | default dict) -}}
{{- if and (dig "enabled" true $pool) (has $role (dig "roles" list $pool)) -}}
{{- $count = add $count (dig "replicas" 1 $pool) -}}
{{- end -}}
{{- end -}}
{{ $count }}
{{- end }}

{{/* Copies of a topic that says nothing: 3, or as many as there are brokers. */}}
{{- define "common.kafka.replicas" -}}
{{- if dig "create" false (.cluster | default dict) -}}
{{ min 3 (include "common.kafka.brokers" . | int) }}
{{- else -}}
3
{{- end -}}
{{- end }}

{{/* Prefixes that Strimzi 1.2.0 drops from `config` without a word. */}}
{{- define "common.kafka.forbidden" -}}
listeners advertised. broker. listener. host.name port inter.broker.listener.name sasl. ssl. security. password. log.dir zookeeper.connect zookeeper.set.acl zookeeper.ssl zookeeper.clientCnxnSocket authorizer. super.user cruise.control.metrics.topic cruise.control.metrics.reporter.bootstrap.servers node.id process.roles controller. metadata.log.dir zookeeper.metadata.migration.enable client.quota.callback.static.kafka.admin. client.quota.callback.static.produce client.quota.callback.static.fetch client.quota.callback.static.storage.per.volume.limit.min.available. client.quota.callback.static.excluded.principal.name.list prometheus.metrics.reporter. cordoned.log.dirs
{{- end }}

{{/* What it takes in spite of such a prefix. */}}
{{- define "common.kafka.allowed" -}}
zookeeper.connection.timeout.ms sasl.server.max.receive.size ssl.cipher.suites ssl.protocol ssl.enabled.protocols ssl.secure.random.implementation cruise.control.metrics.topic.num.partitions cruise.control.metrics.topic.replication.factor cruise.control.metrics.topic.retention.ms cruise.control.metrics.topic.auto.create.retries cruise.control.metrics.topic.auto.create.timeout.ms cruise.control.metrics.topic.min.insync.replicas broker.session.timeout.ms broker.heartbeat.interval.ms controller.socket.timeout.ms controller.quorum.election.backoff.max.ms controller.quorum.election.timeout.ms controller.quorum.fetch.timeout.ms
{{- end }}
