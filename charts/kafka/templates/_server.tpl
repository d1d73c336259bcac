{{/*
What several objects of mode statefulset ask of a cluster's values.
*/}}

{{/* Whether this release makes nodes itself; empty where not. */}}
{{- define "kafka.server.wanted" -}}
{{- if and (eq .Values.global.kafka.mode "statefulset") .Values.cluster.create -}}
true
{{- end -}}
{{- end }}

{{/* The listeners for clients, as JSON: those that are enabled, or the one that global.kafka.authentication asks for. */}}
{{- define "kafka.server.listeners" -}}
{{- $authentication := .Values.global.kafka.authentication -}}
{{- $listeners := dict -}}
{{- range $name, $listener := .Values.cluster.listeners -}}
{{- if dig "enabled" true $listener -}}
{{- $_ := set $listeners $name $listener -}}
{{- end -}}
{{- end -}}
{{- if not .Values.cluster.listeners -}}
{{- if eq $authentication "none" -}}
{{- $listeners = dict "plain" (dict "port" 9092 "type" "internal" "tls" false) -}}
{{- else -}}
{{- $listeners = dict "tls" (dict "port" 9093 "type" "internal" "tls" true "authentication" $authentication) -}}
{{- end -}}
{{- end -}}
{{- toJson $listeners -}}
{{- end }}

{{/* Name of the secret with tls.crt, tls.key and ca.crt; empty: nothing is encrypted. */}}
{{- define "kafka.server.tls" -}}
{{- $tls := dig "tls" dict .Values.cluster.statefulset -}}
{{- if not .Values.cluster.create -}}
{{- else if $tls.issuer -}}
{{ .Values.global.kafka.cluster }}-tls
{{- else -}}
{{- $tls.secret | default "" -}}
{{- end -}}
{{- end }}

{{/* Name of the secret with the first user's password; empty: nobody has to prove anything. */}}
{{- define "kafka.server.admin" -}}
{{ dig "admin" "secret" "" .Values.cluster.statefulset }}
{{- end }}

{{/* Twenty-two letters and digits that stay the same for a namespace and a release. */}}
{{- define "kafka.server.clusterId" -}}
{{- printf "%s/%s" (include "common.names.kafkaNamespace" .) .Release.Name | sha256sum | trunc 16 | b64enc | trimSuffix "==" -}}
{{- end }}

{{/* Address of a node within Kubernetes. Takes (dict "root" $ "pool" name "id" number). */}}
{{- define "kafka.server.host" -}}
{{- $cluster := .root.Values.global.kafka.cluster -}}
{{ $cluster }}-{{ .pool }}-{{ .id }}.{{ $cluster }}-nodes.{{ include "common.names.kafkaNamespace" .root }}.svc
{{- end }}

{{/* Ids of a pool's nodes, which are also the ordinals of its pods, as a JSON list. Takes the pool. */}}
{{- define "kafka.server.ids" -}}
{{- $first := .firstNodeId | int -}}
{{- untilStep $first (add $first (.replicas | default 1 | int) | int) 1 | toJson -}}
{{- end }}

{{- define "kafka.server.voters" -}}
{{- $root := . -}}
{{- $voters := list -}}
{{- range $name, $pool := .Values.cluster.pools -}}
{{- if and (dig "enabled" true $pool) (has "controller" $pool.roles) -}}
{{- range $id := include "kafka.server.ids" $pool | fromJsonArray -}}
{{- $host := include "kafka.server.host" (dict "root" $root "pool" $name "id" $id) -}}
{{- $voters = append $voters (printf "%d@%s:9090" (int $id) $host) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{ join "," $voters }}
{{- end }}

{{/* Labels that choose a pool's pods, and stay. Takes (dict "root" $ "pool" name). */}}
{{- define "kafka.server.labels" -}}
headworks.dev/kafka-cluster: {{ .root.Values.global.kafka.cluster | quote }}
{{- with .pool }}
headworks.dev/kafka-pool: {{ . | quote }}
{{- end }}
{{- end }}

{{/* Runs a define for each enabled pool. Takes (dict "root" $ "define" name). */}}
{{- define "kafka.server.pools" -}}
{{- $given := . -}}
{{- range $name, $pool := .root.Values.cluster.pools }}
{{- if dig "enabled" true $pool }}
---
{{ include $given.define (dict "root" $given.root "name" $name "pool" $pool) }}
{{- end }}
{{- end }}
{{- end }}

{{/* What the values override in one of the cluster's other objects. Takes (dict "root" $ "object" YAML "name" name). */}}
{{- define "kafka.server.object" -}}
{{ include "common.override" (dict "object" .object "override" (dig "objects" .name "override" dict .root.Values.cluster.statefulset)) }}
{{- end }}

{{/* The roles that pods are chosen by: all brokers, and controllers where they are nodes of their own. */}}
{{- define "kafka.server.roles" -}}
{{- $roles := list "broker" -}}
{{- range $name, $pool := .Values.cluster.pools -}}
{{- if and (dig "enabled" true $pool) (not (has "broker" $pool.roles)) -}}
{{- $roles = append $roles "controller" | uniq -}}
{{- end -}}
{{- end -}}
{{- toJson $roles -}}
{{- end }}
