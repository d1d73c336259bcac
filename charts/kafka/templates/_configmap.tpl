{{/* Settings and scripts of a pool's nodes. Takes (dict "root" $ "name" name "pool" pool). */}}
{{- define "kafka.configmap" -}}
{{ include "kafka.server.object" (dict "root" .root "name" "configMap" "object" (include "kafka.configmap.object" .)) }}
{{- end }}

{{- define "kafka.configmap.object" -}}
{{- $given := . -}}
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ printf "%s-%s" .root.Values.global.kafka.cluster .name | quote }}
  namespace: {{ include "common.names.kafkaNamespace" .root | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" .root) | nindent 4 }}
    {{- include "kafka.server.labels" (dict "root" .root "pool" .name) | nindent 4 }}
data:
  {{- range $file := list "start.sh" "ready.sh" "log4j2.yaml" }}
  {{ $file }}: {{ $given.root.Files.Get (printf "files/%s" $file) | toJson }}
  {{- end }}
  server.properties: {{ include "kafka.properties" . | printf "%s\n" | toJson }}
  client.properties: {{ include "kafka.client.inner" (dict "root" .root) | printf "%s\n" | toJson }}
  controller-client.properties: {{ include "kafka.client.inner" (dict "root" .root "controller" true) | printf "%s\n" | toJson }}
  {{- if include "kafka.metrics.wanted" .root }}
  metrics.yaml: {{ .root.Files.Get "files/metrics.yaml" | toJson }}
  {{- end }}
  {{- range $id := include "kafka.server.ids" .pool | fromJsonArray }}
  node-{{ int $id }}.properties: {{ include "kafka.properties.node" (merge (dict "id" $id) $given) | printf "%s\n" | toJson }}
  {{- end }}
{{- end }}

{{/*
Changes when a node has to be restarted to see a change. One more node is no
reason, so what is a node's own counts only where a person wrote it: in
addresses.
*/}}
{{- define "kafka.configmap.fingerprint" -}}
{{- $addresses := list -}}
{{- range $name, $listener := include "kafka.server.listeners" .root | fromJson -}}
{{- $addresses = append $addresses (dig "addresses" dict $listener | toJson) -}}
{{- end -}}
{{- printf "%s\n%s\n%s" (include "kafka.properties" .) (toJson $addresses) (.root.Files.Get "files/start.sh") | sha256sum | trunc 16 -}}
{{- end }}
