{{/* The listeners, or the one that global.kafka.authentication asks for. */}}
{{- define "kafka.listeners" -}}
{{- $authentication := .Values.global.kafka.authentication -}}
{{- $listeners := .Values.cluster.listeners -}}
{{- if not $listeners -}}
{{- if eq $authentication "none" -}}
{{- $listeners = dict "plain" (dict "port" 9092 "type" "internal" "tls" false) -}}
{{- else -}}
{{- $listeners = dict "tls" (dict "port" 9093 "type" "internal" "tls" true "authentication" $authentication) -}}
{{- end -}}
{{- end -}}
{{- range $name, $listener := $listeners }}
{{- if dig "enabled" true $listener }}
- name: {{ $name | quote }}
  port: {{ $listener.port }}
  type: {{ $listener.type }}
  tls: {{ dig "tls" false $listener }}
  {{- if ne (dig "authentication" "none" $listener) "none" }}
  authentication:
    type: {{ $listener.authentication }}
  {{- end }}
  {{- with $listener.configuration }}
  configuration:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with include "kafka.listener.peers" $listener.networkPolicyPeers }}
  networkPolicyPeers:
    {{- . | nindent 4 }}
  {{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Who may connect. Takes the map `networkPolicyPeers`. */}}
{{- define "kafka.listener.peers" -}}
{{- range $name, $peer := . }}
{{- if dig "enabled" true $peer }}
{{- if $peer.cidr }}
- ipBlock:
    cidr: {{ $peer.cidr | quote }}
{{- else }}
- {{ include "kafka.listener.peer" $peer | fromYaml | toJson }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- define "kafka.listener.peer" -}}
{{- if hasKey . "namespaceLabels" }}
namespaceSelector:
  matchLabels: {{ toJson .namespaceLabels }}
{{- end }}
{{- if hasKey . "podLabels" }}
podSelector:
  matchLabels: {{ toJson .podLabels }}
{{- end }}
{{- end }}
