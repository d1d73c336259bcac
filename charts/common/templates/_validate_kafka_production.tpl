{{/* A cluster that loses data or its quorum with one node, or lets anybody in. */}}
{{- define "common.validate.kafka.production" -}}
{{- $found := .found -}}
{{- $profile := include "common.profile" .root -}}
{{- range $role, $least := dict "controller" 3 "broker" 3 -}}
{{- $nodes := include "common.kafka.nodes" (dict "kafka" $.kafka "role" $role) | int -}}
{{- if and (gt $nodes 0) (lt $nodes $least) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "kafka.cluster.pools: %d %s(s) do not outlive one, and profile %s asks for %d; raise replicas" $nodes $role $profile $least)) -}}
{{- end -}}
{{- end -}}
{{- range $name, $pool := dig "cluster" "pools" dict .kafka -}}
{{- if dig "enabled" true $pool -}}
{{- $at := printf "kafka.cluster.pools.%s" $name -}}
{{- if eq (dig "storage" "type" "" $pool) "ephemeral" -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.storage.type: ephemeral data is gone with the pod, and profile %s does not allow it; use persistent-claim" $at $profile)) -}}
{{- end -}}
{{- if dig "storage" "deleteClaim" false $pool -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.storage.deleteClaim: the data would go with the cluster, and profile %s does not allow it; remove it" $at $profile)) -}}
{{- end -}}
{{- with $pool.heap -}}
{{- $heap := mul (regexFind "^[0-9]+" . | int) (hasSuffix "g" . | ternary 1024 1) -}}
{{- $memory := mul (regexFind "^[0-9]+" $pool.memory | int) (hasSuffix "Gi" $pool.memory | ternary 1024 1) -}}
{{- if gt (mul 2 $heap) $memory -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.heap: more than half of %s leaves the page cache too little, and profile %s does not allow it; lower it or raise memory" $at $pool.memory $profile)) -}}
{{- end -}}
{{- end -}}
{{- if gt (len (dig "roles" list $pool)) 1 -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.roles: a busy broker would starve the quorum, and profile %s does not allow both roles in one pool; make a pool for each" $at $profile)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- range $name, $listener := dig "cluster" "listeners" dict .kafka -}}
{{- if dig "enabled" true $listener -}}
{{- $at := printf "kafka.cluster.listeners.%s" $name -}}
{{- if not (dig "tls" false $listener) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.tls: everything would be in the clear, and profile %s does not allow it; set it to true" $at $profile)) -}}
{{- end -}}
{{- if eq (dig "authentication" "none" $listener) "none" -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.authentication: anybody could connect, and profile %s does not allow it; use scram-sha-512 or tls" $at $profile)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if dig "cluster" "config" "unclean.leader.election.enable" false .kafka -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "kafka.cluster.config.unclean.leader.election.enable: a copy that is behind would become leader and messages be lost, and profile %s does not allow it; remove it" $profile)) -}}
{{- end -}}
{{- end }}
