{{/* An operator for Flux. */}}
{{- define "platform.helmrelease" -}}
{{- include "common.override" (dict "object" (include "platform.helmrelease.plain" .) "override" .wanted.override) }}
{{- end }}

{{- define "platform.helmrelease.plain" -}}
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: {{ include "platform.name" . }}
  labels:
    {{- include "platform.labels" . | nindent 4 }}
spec:
  interval: {{ .root.Values.flux.interval }}
  releaseName: {{ .is.release }}
  targetNamespace: {{ include "platform.namespace" . }}
  {{- if include "platform.oci" . }}
  chartRef:
    kind: OCIRepository
    name: {{ include "platform.name" . }}
  {{- else }}
  chart:
    spec:
      chart: {{ .is.chart }}
      version: {{ .is.version | quote }}
      interval: {{ .root.Values.flux.interval }}
      sourceRef:
        kind: HelmRepository
        name: {{ include "platform.name" . }}
  {{- end }}
  {{- with include "platform.helmrelease.after" . }}
  dependsOn:
    {{- . | nindent 4 }}
  {{- end }}
  install:
    crds: CreateReplace
    createNamespace: true
    remediation: { retries: {{ .root.Values.flux.retries }} }
  upgrade:
    crds: CreateReplace
    remediation: { retries: {{ .root.Values.flux.retries }}, remediateLastFailure: true }
  driftDetection: { mode: enabled }
  values:
    {{- include "platform.values" . | nindent 4 }}
{{- end }}

{{- define "platform.helmrelease.after" -}}
{{- $root := .root -}}
{{- range .is.after -}}
{{- if (index $root.Values.operators .).enabled }}
- name: {{ include "platform.name" (dict "root" $root "name" .) }}
{{- end -}}
{{- end -}}
{{- end }}

{{/* Not empty where the chart comes from an OCI registry. */}}
{{- define "platform.oci" -}}
{{- if hasPrefix "oci://" (include "platform.repository" .) }}yes{{ end -}}
{{- end }}
