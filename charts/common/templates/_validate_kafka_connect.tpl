{{/* Connect clusters and connectors: what Strimzi ignores, and topics that nobody declares. */}}
{{- define "common.validate.kafka.connect" -}}
{{- $found := .found -}}
{{- $kafka := .root.Values.global.kafka -}}
{{- $topics := dig "topics" dict .kafka -}}
{{- $jobs := keys (dig "flink" "jobs" dict .root.Values.AsMap) (dig "spark" "jobs" dict .root.Values.AsMap) -}}
{{- range $name, $connect := dig "connect" dict .kafka -}}
{{- if dig "enabled" true $connect -}}
{{- $at := printf "kafka.connect.%s" $name -}}
{{- if ne $kafka.mode "strimzi" -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s: only Strimzi runs Connect here, and global.kafka.mode is %q; remove it" $at $kafka.mode)) -}}
{{- end -}}
{{- if has $name $jobs -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s: a job has this name, and both would have one Kafka user; rename one" $at)) -}}
{{- end -}}
{{- if and (eq (include "common.kafka.client.via" $.root) "existing-secret") (eq $kafka.authentication "scram-sha-512") (not (dig "credentials" "username" "" $kafka)) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "global.kafka.credentials.username: %s has to name the user of the secret; set it" $at)) -}}
{{- end -}}
{{- include "common.validate.kafka.connect.config" (dict "found" $found "at" $at "config" (dig "config" dict $connect)) -}}
{{- range $key, $connector := dig "connectors" dict $connect -}}
{{- if dig "enabled" true $connector -}}
{{- $here := printf "%s.connectors.%s" $at $key -}}
{{- include "common.validate.kafka.declared" (dict "found" $found "at" $here "values" $connector "topics" $topics) -}}
{{- range $setting := list "name" "connector.class" "tasks.max" "connector.plugin.version" -}}
{{- if hasKey (dig "config" dict $connector) $setting -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.config.%s: Strimzi ignores it; use the connector's own fields instead" $here $setting)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{- define "common.validate.kafka.connect.config" -}}
{{- $parent := . -}}
{{- $allowed := list "ssl.endpoint.identification.algorithm" "ssl.cipher.suites" "ssl.protocol" "ssl.enabled.protocols" -}}
{{- $forbidden := list "group.id" "config.storage.topic" "offset.storage.topic" "status.storage.topic" "ssl." "sasl." "security." "listeners" "plugin.path" "rest." "bootstrap.servers" "consumer.interceptor.classes" "producer.interceptor.classes" "prometheus.metrics.reporter." -}}
{{- range $key, $value := .config -}}
{{- range $forbidden -}}
{{- if and (hasPrefix . $key) (not (has $key $allowed)) -}}
{{- include "common.validate.add" (dict "found" $parent.found "problem" (printf "%s.config.%s: Strimzi ignores settings that begin with %q; remove it" $parent.at $key .)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}
