{{- define "platform.ocirepository" -}}
{{- if include "platform.oci" . -}}
apiVersion: source.toolkit.fluxcd.io/v1
kind: OCIRepository
metadata:
  name: {{ include "platform.name" . }}
  labels:
    {{- include "platform.labels" . | nindent 4 }}
spec:
  interval: {{ .root.Values.flux.interval }}
  url: {{ printf "%s/%s" (include "platform.repository" . | trimSuffix "/") .is.chart | quote }}
  ref:
    tag: {{ .is.version | quote }}
  layerSelector:
    mediaType: application/vnd.cncf.helm.chart.content.v1.tar+gzip
    operation: copy
{{- end -}}
{{- end }}
