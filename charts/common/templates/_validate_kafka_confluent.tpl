{{/* What Confluent for Kubernetes has no place for. */}}
{{- define "common.validate.kafka.confluent" -}}
{{- $found := .found -}}
{{- $cluster := .kafka.cluster -}}
{{- range $role := list "controller" "broker" -}}
{{- $pools := list -}}
{{- range $name, $pool := $cluster.pools -}}
{{- if and (dig "enabled" true $pool) (has $role $pool.roles) -}}
{{- $pools = append $pools $name -}}
{{- end -}}
{{- end -}}
{{- if gt (len $pools) 1 -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "kafka.cluster.pools: Confluent has one pool of %ss, not %s; disable the others" $role (join ", " $pools))) -}}
{{- end -}}
{{- end -}}
{{- range $name, $pool := $cluster.pools -}}
{{- if dig "enabled" true $pool -}}
{{- $at := printf "kafka.cluster.pools.%s" $name -}}
{{- if and (gt (len $pool.roles) 1) (eq (include "common.profile" $.root) "dev") -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.roles: Confluent has no node with both roles; make a pool for each" $at)) -}}
{{- end -}}
{{- if or (gt (dig "storage" "volumes" 1 $pool | int) 1) (eq (dig "storage" "type" "" $pool) "ephemeral") -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.storage: Confluent has one persistent volume a node; remove volumes and type" $at)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- range $field := list "quotas" "clusterCa" "clientsCa" "metadataVersion" "maintenanceWindows" "cruiseControl" -}}
{{- if get $cluster $field -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "kafka.cluster.%s: only Strimzi has it; remove it" $field)) -}}
{{- end -}}
{{- end -}}
{{- range $name, $listener := $cluster.listeners -}}
{{- if dig "enabled" true $listener -}}
{{- include "common.validate.kafka.confluent.listener" (dict "found" $found "at" (printf "kafka.cluster.listeners.%s" $name) "listener" $listener) -}}
{{- end -}}
{{- end -}}
{{- end }}

{{- define "common.validate.kafka.confluent.listener" -}}
{{- $parent := . -}}
{{- $listener := .listener -}}
{{- $access := $listener.externalAccess | default dict -}}
{{- if le (int $listener.port) 9092 -}}
{{- include "common.validate.add" (dict "found" .found "problem" (printf "%s.port: Confluent keeps ports up to 9092; take 9093 or more" .at)) -}}
{{- end -}}
{{- if has $listener.type (list "ingress" "cluster-ip") -}}
{{- include "common.validate.add" (dict "found" .found "problem" (printf "%s.type: Confluent has no %s; use internal, nodeport or loadbalancer" .at $listener.type)) -}}
{{- end -}}
{{- if eq (dig "authentication" "none" $listener) "scram-sha-512" -}}
{{- include "common.validate.add" (dict "found" .found "problem" (printf "%s.authentication: Confluent has no SCRAM listeners; use tls" .at)) -}}
{{- end -}}
{{- $needs := get (dict "loadbalancer" (list "domain") "nodeport" (list "host" "nodePortOffset")) $listener.type | default list -}}
{{- range $needs -}}
{{- if not (get $access .) -}}
{{- include "common.validate.add" (dict "found" $parent.found "problem" (printf "%s.externalAccess.%s: clients from outside need it; set it" $parent.at .)) -}}
{{- end -}}
{{- end -}}
{{- end }}
