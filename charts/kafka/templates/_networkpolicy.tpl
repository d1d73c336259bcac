{{/*
Who reaches the nodes of a role: the cluster's own listeners are for its own
pods (and its hook Jobs), the others for the clients that the values name.
Takes (dict "root" $ "role" name).
*/}}
{{- define "kafka.networkpolicy" -}}
{{- $root := .root -}}
{{- $labels := include "kafka.server.labels" (dict "root" .root) -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ printf "%s-%ss" .root.Values.global.kafka.cluster .role | quote }}
  namespace: {{ include "common.names.kafkaNamespace" .root | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" .root) | nindent 4 }}
    {{- $labels | nindent 4 }}
spec:
  podSelector:
    matchLabels:
      {{- $labels | nindent 6 }}
      headworks.dev/kafka-role: {{ .role }}
  policyTypes: [Ingress{{ if include "common.networkpolicy.egress.wanted" .root }}, Egress{{ end }}]
  ingress:
    - from:
        - podSelector:
            matchLabels:
              {{- $labels | nindent 14 }}
      ports:
        - port: 9090
        - port: 9091
    {{- if eq .role "broker" }}
    - from:
        - podSelector:
            matchLabels:
              headworks.dev/kafka-admin: {{ $root.Values.global.kafka.cluster | quote }}
      ports:
        - port: 9091
    {{- range $name, $listener := include "kafka.server.listeners" $root | fromJson }}
    - from:
        {{- include "kafka.networkpolicy.clients" (dict "root" $root "listener" $listener) | nindent 8 }}
      ports:
        - port: {{ $listener.port }}
    {{- end }}
    {{- end }}
    {{- if include "kafka.metrics.wanted" .root }}
    {{- include "common.monitoring.ingress" (dict "root" .root "port" 9404) | nindent 4 }}
    {{- end }}
  {{- if include "common.networkpolicy.egress.wanted" .root }}
  egress:
    - to:
        - podSelector:
            matchLabels:
              {{- $labels | nindent 14 }}
    - to:
        - namespaceSelector: {}
          podSelector:
            matchLabels:
              k8s-app: kube-dns
      ports:
        - { port: 53, protocol: UDP }
        - { port: 53, protocol: TCP }
  {{- end }}
{{- end }}

{{/* Who the listener says, or pods of the namespaces of cluster and release. Takes (dict "root" $ "listener" values). */}}
{{- define "kafka.networkpolicy.clients" -}}
{{- with include "kafka.listener.peers" .listener.networkPolicyPeers | trim }}
{{ . }}
{{- else }}
- namespaceSelector:
    matchExpressions:
      - key: kubernetes.io/metadata.name
        operator: In
        values: {{ list (include "common.names.kafkaNamespace" .root) .root.Release.Namespace | uniq | toJson }}
{{- end }}
{{- if ne .listener.type "internal" }}
{{- range .listener.sourceRanges | default (list "0.0.0.0/0" "::/0") }}
- ipBlock:
    cidr: {{ . | quote }}
{{- end }}
{{- end }}
{{- end }}
