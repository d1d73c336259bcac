{{/* What Pod Security "restricted" asks of a container. */}}
{{- define "common.security.container" -}}
allowPrivilegeEscalation: false
capabilities:
  drop: [ALL]
{{- end }}

{{/* What it asks of a pod. Takes the user id. */}}
{{- define "common.security.pod" -}}
runAsNonRoot: true
runAsUser: {{ . }}
fsGroup: {{ . }}
seccompProfile:
  type: RuntimeDefault
{{- end }}
