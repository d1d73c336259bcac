{{/* Whether `helm test` pods are rendered; empty where not. */}}
{{- define "common.test.wanted" -}}
{{- if dig "tests" "enabled" true .Values.global -}}
true
{{- end -}}
{{- end }}

{{/*
Metadata of a `helm test` pod or of what it needs. Takes (dict "root" $ "job"
name or empty "name" name, and "namespace" if not the release's, "labels" if
there are more, as YAML). The pod goes once it has succeeded; a failed one
stays until the next try, for its log.
*/}}
{{- define "common.test.metadata" -}}
name: {{ .name | quote }}
namespace: {{ .namespace | default .root.Release.Namespace | quote }}
labels:
  {{- include "common.labels.object" (dict "root" .root "job" .job "component" "test") | nindent 2 }}
  {{- with .labels }}
  {{- . | nindent 2 }}
  {{- end }}
annotations:
  helm.sh/hook: test
  helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
{{- end }}

{{/* An image with curl and a shell. Takes the root. */}}
{{- define "common.test.image" -}}
{{- include "common.image" (dig "tests" "image" (dict "repository" "docker.io/curlimages/curl" "tag" "8.12.1") .Values.global) -}}
{{- end }}
