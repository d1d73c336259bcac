{{/*
server.properties of mode statefulset. Two listeners are ours: CONTROLLER
(9090), where controllers are asked, and REPLICATION (9091), where brokers and
the hook Jobs are.
Takes (dict "root" $ "name" name "pool" pool).
*/}}
{{- define "kafka.properties" -}}
{{- $root := .root -}}
{{- $listeners := include "kafka.server.listeners" $root | fromJson -}}
{{- $tls := include "kafka.server.tls" $root -}}
{{- $admin := include "kafka.server.admin" $root -}}
{{- $inner := printf "%s%s" (ternary "SASL_" "" (ne $admin "")) (ternary "SSL" "PLAINTEXT" (ne $tls "")) -}}
{{- $protocols := list (printf "CONTROLLER:%s" $inner) (printf "REPLICATION:%s" $inner) -}}
{{- $open := list -}}
{{- if has "controller" .pool.roles -}}
{{- $open = append $open "CONTROLLER://:9090" -}}
{{- end -}}
{{- if has "broker" .pool.roles -}}
{{- $open = append $open "REPLICATION://:9091" -}}
{{- range $name, $listener := $listeners -}}
{{- $sasl := ternary "SASL_" "" (eq (dig "authentication" "none" $listener) "scram-sha-512") -}}
{{- $protocols = append $protocols (printf "%s:%s%s" (upper $name) $sasl (ternary "SSL" "PLAINTEXT" (dig "tls" false $listener))) -}}
{{- $open = append $open (printf "%s://:%d" (upper $name) (int $listener.port)) -}}
{{- end -}}
{{- end -}}
process.roles={{ join "," .pool.roles }}
controller.quorum.voters={{ include "kafka.server.voters" $root }}
controller.listener.names=CONTROLLER
inter.broker.listener.name=REPLICATION
listeners={{ join "," $open }}
listener.security.protocol.map={{ join "," $protocols }}
log.dirs={{ include "kafka.properties.disks" .pool }}
{{- if $tls }}
{{ include "kafka.properties.tls" "/etc/kafka/tls" }}
ssl.keystore.type=PEM
ssl.keystore.key=${dir:/etc/kafka/tls:tls.key}
ssl.keystore.certificate.chain=${dir:/etc/kafka/tls:tls.crt}
{{- end }}
{{- if or $tls $admin }}
{{ include "kafka.properties.secrets" . }}
{{- end }}
{{- if $admin }}
{{ include "kafka.properties.rights" (dict "root" $root "listeners" $listeners "brokers" (has "broker" .pool.roles)) }}
{{- end }}
{{- range $key, $value := include "kafka.properties.config" $root | fromJson }}
{{ $key }}={{ include "kafka.properties.value" $value }}
{{- end }}
{{- end }}

{{- define "kafka.properties.disks" -}}
{{- $disks := list -}}
{{- range $disk := until (dig "volumes" 1 (.storage | default dict) | int) -}}
{{- $disks = append $disks (printf "/var/lib/kafka/data-%d/kafka" $disk) -}}
{{- end -}}
{{ join "," $disks }}
{{- end }}

{{/* Secrets are read from their mounts by Kafka itself: no rendered file holds one. */}}
{{- define "kafka.properties.secrets" -}}
config.providers=dir
config.providers.dir.class=org.apache.kafka.common.config.provider.DirectoryConfigProvider
config.providers.dir.param.allowed.paths=/etc/kafka
{{- end }}

{{/* Takes the folder with ca.crt. */}}
{{- define "kafka.properties.tls" -}}
ssl.truststore.type=PEM
ssl.truststore.certificates=${dir:{{ . }}:ca.crt}
{{- end }}

{{/* Takes the first user's name. */}}
{{- define "kafka.properties.scram" -}}
org.apache.kafka.common.security.scram.ScramLoginModule required username="{{ . }}" password="${dir:/etc/kafka/admin:password}";
{{- end }}

{{- define "kafka.properties.plain" -}}
org.apache.kafka.common.security.plain.PlainLoginModule required username="{{ . }}" password="${dir:/etc/kafka/admin:password}"
{{- end }}

{{/*
Who may do what. Controllers cannot ask themselves for a SCRAM password before
there is a quorum: they use PLAIN with the same user.
*/}}
{{- define "kafka.properties.rights" -}}
{{- $user := .root.Values.cluster.statefulset.admin.user -}}
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
super.users={{ prepend (.root.Values.cluster.superUsers | default list) (printf "User:%s" $user) | join ";" }}
sasl.enabled.mechanisms=SCRAM-SHA-512
sasl.mechanism.controller.protocol=PLAIN
listener.name.controller.sasl.enabled.mechanisms=PLAIN
listener.name.controller.plain.sasl.jaas.config={{ include "kafka.properties.plain" $user }} user_{{ $user }}="${dir:/etc/kafka/admin:password}";
sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512
{{- if .brokers }}
listener.name.replication.scram-sha-512.sasl.jaas.config={{ include "kafka.properties.scram" $user }}
{{- range $name, $listener := .listeners }}
{{- if eq (dig "authentication" "none" $listener) "scram-sha-512" }}
listener.name.{{ $name }}.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
{{- else if eq (dig "authentication" "none" $listener) "tls" }}
listener.name.{{ $name }}.ssl.client.auth=required
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Settings of every node: what follows from the number of brokers, then the user's own. */}}
{{- define "kafka.properties.config" -}}
{{- $copies := include "common.kafka.replicas" .Values | int -}}
{{- $insync := max 1 (sub $copies 1) -}}
{{- $config := dict
  "auto.create.topics.enable" false
  "unclean.leader.election.enable" false
  "default.replication.factor" $copies
  "min.insync.replicas" $insync
  "offsets.topic.replication.factor" $copies
  "transaction.state.log.replication.factor" $copies
  "transaction.state.log.min.isr" $insync
  "share.coordinator.state.topic.replication.factor" $copies
  "share.coordinator.state.topic.min.isr" $insync
-}}
{{- with .Values.global.kafka.transactionMaxTimeout -}}
{{- $_ := set $config "transaction.max.timeout.ms" (include "common.duration.milliseconds" . | int64) -}}
{{- end -}}
{{- mergeOverwrite $config .Values.cluster.config | toJson -}}
{{- end }}

{{/* A number as Kafka reads it: never 1e+06. */}}
{{- define "kafka.properties.value" -}}
{{- if and (kindIs "float64" .) (eq (floor .) .) -}}
{{ int64 . }}
{{- else -}}
{{ . }}
{{- end -}}
{{- end }}

{{/* What is one node's own. Takes (dict "root" $ "name" name "pool" pool "id" id). */}}
{{- define "kafka.properties.node" -}}
{{- $id := int .id -}}
{{- $host := include "kafka.server.host" (dict "root" .root "pool" .name "id" $id) -}}
node.id={{ $id }}
{{- if has "broker" .pool.roles }}
{{- $advertised := list (printf "REPLICATION://%s:9091" $host) -}}
{{- range $name, $listener := include "kafka.server.listeners" .root | fromJson -}}
{{- $address := printf "%s:%d" $host (int $listener.port) -}}
{{- if ne $listener.type "internal" -}}
{{- $address = dig "addresses" ($id | toString) $address $listener -}}
{{- end -}}
{{- $advertised = append $advertised (printf "%s://%s" (upper $name) $address) -}}
{{- end }}
advertised.listeners={{ join "," $advertised }}
{{- end }}
{{- end }}
