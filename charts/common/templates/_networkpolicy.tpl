{{/* Whether policies are wanted; empty where not. */}}
{{- define "common.networkpolicy.wanted" -}}
{{- if dig "enabled" true (.Values.global.networkPolicy | default dict) -}}
true
{{- end -}}
{{- end }}

{{/*
Lets the API server through, whose service proxy is how the portal sees a
job's own pages. Takes (dict "root" $ "port" number).
*/}}
{{- define "common.networkpolicy.apiserver" -}}
{{- with (.root.Values.global.networkPolicy | default dict).apiServerCidrs }}
- from:
    {{- range . }}
    - ipBlock:
        cidr: {{ . | quote }}
    {{- end }}
  ports:
    - port: {{ $.port }}
{{- end }}
{{- end }}

{{/* Whether the way out is closed too; empty where not. */}}
{{- define "common.networkpolicy.egress.wanted" -}}
{{- if dig "networkPolicy" "egress" "enabled" false .Values.global -}}
true
{{- end -}}
{{- end }}

{{/*
What stays open of a closed way out: the job's own pods, DNS, Kafka, the API
server and the storage. Takes (dict "root" $ "self" <labels of the job's pods>).
*/}}
{{- define "common.networkpolicy.egress" -}}
{{- $policy := .root.Values.global.networkPolicy -}}
- to:
    - podSelector:
        matchLabels:
          {{- toYaml .self | nindent 10 }}
- to:
    - namespaceSelector: {}
      podSelector:
        matchLabels:
          k8s-app: kube-dns
  ports:
    - { port: 53, protocol: UDP }
    - { port: 53, protocol: TCP }
- to:
    {{- range $policy.egress.kafkaCidrs }}
    - ipBlock:
        cidr: {{ . | quote }}
    {{- else }}
    - namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: {{ include "common.names.kafkaNamespace" .root | quote }}
    {{- end }}
  ports:
    {{- range splitList "," .root.Values.global.kafka.bootstrapServers }}
    - port: {{ regexFind "[0-9]+$" . }}
    {{- end }}
{{- with concat ($policy.apiServerCidrs | default list) ($policy.egress.storageCidrs | default list) }}
- to:
    {{- range . }}
    - ipBlock:
        cidr: {{ . | quote }}
    {{- end }}
{{- end }}
{{- end }}
