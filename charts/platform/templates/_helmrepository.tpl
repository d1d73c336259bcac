{{- define "platform.helmrepository" -}}
{{- if not (include "platform.oci" .) -}}
apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata:
  name: {{ include "platform.name" . }}
  labels:
    {{- include "platform.labels" . | nindent 4 }}
spec:
  interval: {{ .root.Values.flux.interval }}
  url: {{ include "platform.repository" . | quote }}
{{- end -}}
{{- end }}
