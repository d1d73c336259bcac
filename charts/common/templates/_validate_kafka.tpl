{{/* Mistakes in a Kafka cluster and its topics; Strimzi passes most of them over in silence. */}}
{{- define "common.validate.kafka" -}}
{{- $found := .found -}}
{{- $kafka := .root.Values.kafka | default dict -}}
{{- $mode := .root.Values.global.kafka.mode -}}
{{- if dig "cluster" "create" false $kafka -}}
{{- if ne $mode "strimzi" -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "kafka.cluster.create: mode %q manages no cluster; set global.kafka.mode to strimzi, or create to false" $mode)) -}}
{{- end -}}
{{- if not .root.Values.global.kafka.cluster -}}
{{- include "common.validate.add" (dict "found" $found "problem" "global.kafka.cluster: a cluster without a name cannot be made; name it") -}}
{{- end -}}
{{- include "common.validate.kafka.pools" (dict "kafka" $kafka "found" $found) -}}
{{- include "common.validate.kafka.listeners" (dict "kafka" $kafka "found" $found) -}}
{{- include "common.validate.kafka.config" (dict "kafka" $kafka "found" $found) -}}
{{- end -}}
{{- include "common.validate.kafka.topics" (dict "kafka" $kafka "found" $found) -}}
{{- end }}

{{- define "common.validate.kafka.pools" -}}
{{- $parent := . -}}
{{- range $role := list "controller" "broker" -}}
{{- if eq (include "common.kafka.nodes" (dict "kafka" $parent.kafka "role" $role)) "0" -}}
{{- include "common.validate.add" (dict "found" $parent.found "problem" (printf "kafka.cluster.pools: no pool has the role %s; enable one or add the role to another" $role)) -}}
{{- end -}}
{{- end -}}
{{- end }}

{{- define "common.validate.kafka.listeners" -}}
{{- $found := .found -}}
{{- $ports := dict -}}
{{- range $name, $listener := dig "cluster" "listeners" dict .kafka -}}
{{- if dig "enabled" true $listener -}}
{{- $port := $listener.port | toString -}}
{{- with get $ports $port -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "kafka.cluster.listeners.%s.port: the listener %q has port %s already; give each a port of its own" $name . $port)) -}}
{{- end -}}
{{- $_ := set $ports $port $name -}}
{{- if and (eq (dig "authentication" "none" $listener) "tls") (not (dig "tls" false $listener)) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "kafka.cluster.listeners.%s.authentication: tls needs an encrypted listener; set tls: true" $name)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{- define "common.validate.kafka.config" -}}
{{- $found := .found -}}
{{- $config := dig "cluster" "config" dict .kafka -}}
{{- $allowed := splitList " " (include "common.kafka.allowed" .) -}}
{{- range $key, $value := $config -}}
{{- range $prefix := splitList " " (include "common.kafka.forbidden" $) -}}
{{- if and (hasPrefix $prefix $key) (not (has $key $allowed)) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "kafka.cluster.config.%s: Strimzi ignores settings that begin with %q; remove it" $key $prefix)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- $replicas := include "common.kafka.replicas" .kafka | int -}}
{{- $brokers := include "common.kafka.brokers" .kafka | int -}}
{{- $copies := get $config "default.replication.factor" | default $replicas | int -}}
{{- if and (gt $brokers 0) (gt $copies $brokers) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "kafka.cluster.config.default.replication.factor: %d copies need %d brokers and the pools make %d; lower it or add brokers" $copies $copies $brokers)) -}}
{{- end -}}
{{- include "common.validate.kafka.insync" (dict "found" $found "at" "kafka.cluster.config" "config" $config "copies" $copies) -}}
{{- end }}

{{- define "common.validate.kafka.topics" -}}
{{- $found := .found -}}
{{- $create := dig "cluster" "create" false .kafka -}}
{{- $brokers := include "common.kafka.brokers" .kafka | int -}}
{{- $default := include "common.kafka.replicas" .kafka | int -}}
{{- range $name, $topic := dig "topics" dict .kafka -}}
{{- if and (dig "enabled" true $topic) (not (dig "external" false $topic)) -}}
{{- $copies := dig "replicas" $default $topic | int -}}
{{- if and $create (gt $brokers 0) (gt $copies $brokers) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "kafka.topics.%s.replicas: %d copies need %d brokers and the pools make %d; lower it or add brokers" $name $copies $copies $brokers)) -}}
{{- end -}}
{{- include "common.validate.kafka.insync" (dict "found" $found "at" (printf "kafka.topics.%s.config" $name) "config" (dig "config" dict $topic) "copies" $copies) -}}
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
