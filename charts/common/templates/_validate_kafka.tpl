{{/* Mistakes in a Kafka cluster, its topics and users; Strimzi passes most of them over in silence. */}}
{{- define "common.validate.kafka" -}}
{{- $mode := .root.Values.global.kafka.mode -}}
{{- $given := dict "root" .root "found" .found "kafka" (.root.Values.kafka | default dict) -}}
{{- if dig "cluster" "create" false $given.kafka -}}
{{- if eq $mode "external" -}}
{{- include "common.validate.add" (dict "found" .found "problem" (printf "kafka.cluster.create: mode %q manages no cluster; set global.kafka.mode to strimzi, statefulset or confluent, or create to false" $mode)) -}}
{{- end -}}
{{- include "common.validate.kafka.pools" $given -}}
{{- include "common.validate.kafka.listeners" $given -}}
{{- include "common.validate.kafka.config" $given -}}
{{- if eq $mode "strimzi" -}}
{{- include "common.validate.kafka.ignored" $given -}}
{{- include "common.validate.kafka.strimzi" $given -}}
{{- include "common.validate.kafka.listeners.types" $given -}}
{{- else if eq $mode "confluent" -}}
{{- include "common.validate.kafka.confluent" $given -}}
{{- else if eq $mode "statefulset" -}}
{{- include "common.validate.kafka.statefulset" $given -}}
{{- end -}}
{{- end -}}
{{- if not .root.Values.global.kafka.cluster -}}
{{- if has $mode (list "strimzi" "confluent") -}}
{{- include "common.validate.add" (dict "found" .found "problem" "global.kafka.cluster: without it the operator passes over every topic and user in silence; name the cluster") -}}
{{- else if dig "cluster" "create" false $given.kafka -}}
{{- include "common.validate.add" (dict "found" .found "problem" "global.kafka.cluster: a cluster without a name cannot be made; name it") -}}
{{- end -}}
{{- end -}}
{{- if eq $mode "statefulset" -}}
{{- include "common.validate.kafka.statefulset.job" $given -}}
{{- end -}}
{{- include "common.validate.kafka.topics" $given -}}
{{- include "common.validate.kafka.users" $given -}}
{{- include "common.validate.kafka.connect" $given -}}
{{- end }}

{{- define "common.validate.kafka.pools" -}}
{{- $parent := . -}}
{{- range $role := list "controller" "broker" -}}
{{- if eq (include "common.kafka.nodes" (dict "kafka" $parent.kafka "role" $role)) "0" -}}
{{- include "common.validate.add" (dict "found" $parent.found "problem" (printf "kafka.cluster.pools: no pool has the role %s; enable one or add the role to another" $role)) -}}
{{- end -}}
{{- end -}}
{{- if ne (include "common.profile" .root) "dev" -}}
{{- include "common.validate.kafka.production" . -}}
{{- end -}}
{{- end }}

{{- define "common.validate.kafka.config" -}}
{{- $config := dig "cluster" "config" dict .kafka -}}
{{- $replicas := include "common.kafka.replicas" .kafka | int -}}
{{- $brokers := include "common.kafka.brokers" .kafka | int -}}
{{- $copies := get $config "default.replication.factor" | default $replicas | int -}}
{{- if and (gt $brokers 0) (gt $copies $brokers) -}}
{{- include "common.validate.add" (dict "found" .found "problem" (printf "kafka.cluster.config.default.replication.factor: %d copies need %d brokers and the pools make %d; lower it or add brokers" $copies $copies $brokers)) -}}
{{- end -}}
{{- include "common.validate.kafka.insync" (dict "found" .found "at" "kafka.cluster.config" "config" $config "copies" $copies) -}}
{{- end }}

{{- define "common.validate.kafka.topics" -}}
{{- $found := .found -}}
{{- $prefix := .root.Values.global.kafka.topicPrefix | default "" -}}
{{- $confluent := eq .root.Values.global.kafka.mode "confluent" -}}
{{- $create := dig "cluster" "create" false .kafka -}}
{{- $brokers := include "common.kafka.brokers" .kafka | int -}}
{{- $default := include "common.kafka.replicas" .kafka | int -}}
{{- $known := include "common.kafka.settings.topic" . | replace "\n" " " | splitList " " -}}
{{- range $name, $topic := dig "topics" dict .kafka -}}
{{- if and (dig "enabled" true $topic) (not (dig "external" false $topic)) -}}
{{- if eq $.root.Values.global.kafka.mode "external" -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "kafka.topics.%s: nobody here makes topics in mode \"external\"; set external: true" $name)) -}}
{{- end -}}
{{- $copies := dig "replicas" $default $topic | int -}}
{{- if and $create (gt $brokers 0) (gt $copies $brokers) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "kafka.topics.%s.replicas: %d copies need %d brokers and the pools make %d; lower it or add brokers" $name $copies $copies $brokers)) -}}
{{- end -}}
{{- include "common.validate.kafka.insync" (dict "found" $found "at" (printf "kafka.topics.%s.config" $name) "config" (dig "config" dict $topic) "copies" $copies) -}}
{{- range $key, $value := dig "config" dict $topic -}}
{{- if not (or (has $key $known) (and $confluent (hasPrefix "confluent." $key))) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "kafka.topics.%s.config.%s: Kafka has no such topic setting; correct or remove it" $name $key)) -}}
{{- end -}}
{{- end -}}
{{- $full := printf "%s%s" $prefix $name -}}
{{- if gt (len $full) 249 -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "kafka.topics.%s: the name has %d characters with its prefix and Kafka allows 249; shorten it" $name (len $full))) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* One broker may always be away for a restart; with as many in sync as copies, writing would stop then. */}}
{{- define "common.validate.kafka.insync" -}}
{{- $insync := get .config "min.insync.replicas" | default 0 | int -}}
{{- if or (gt $insync .copies) (and (eq $insync .copies) (gt .copies 1)) -}}
{{- include "common.validate.add" (dict "found" .found "problem" (printf "%s.min.insync.replicas: %d of %d copies leave no broker to restart; set it to %d" .at $insync .copies (max 1 (sub .copies 1)))) -}}
{{- end -}}
{{- end }}
