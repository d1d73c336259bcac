{{/*
Parts of Strimzi's `template.pod`, so that pods are restricted whatever the
operator's own setting is.
*/}}

{{- define "kafka.pod.restricted" -}}
securityContext:
  runAsNonRoot: true
  seccompProfile:
    type: RuntimeDefault
{{- end }}

{{/* Takes (dict "root" $ "pod" <values `pod`> "grace" seconds "select" <labels of the pods>). */}}
{{- define "kafka.pod" -}}
{{- $pod := .pod | default dict -}}
{{- $metadata := pick $pod "labels" "annotations" -}}
{{- with $metadata }}
metadata:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- $grace := $pod.terminationGracePeriodSeconds | default .grace }}
{{ include "common.pod.scheduling" (dict "root" .root "pod" (merge (dict "terminationGracePeriodSeconds" $grace) $pod)) | trim }}
topologySpreadConstraints:
  {{- range $key := list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
  - topologyKey: {{ $key }}
    maxSkew: 1
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- toYaml $.select | nindent 8 }}
  {{- end }}
{{- end }}
