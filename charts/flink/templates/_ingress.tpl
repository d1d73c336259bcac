{{/* Flink's pages of a job without the operator, from the template that the operator would fill in. */}}
{{- define "flink.ingress" -}}
{{- with .values.ingress -}}
{{- if dig "enabled" true . -}}
{{- $name := include "common.names.job" $ -}}
{{- $address := .template | replace "{{name}}" $name | replace "{{namespace}}" $.root.Release.Namespace -}}
{{- $host := regexFind "^[^/]*" $address -}}
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: {{ $name | quote }}
  namespace: {{ $.root.Release.Namespace | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" $.root "job" $.job) | nindent 4 }}
    {{- with .labels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- with .annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  {{- with .className }}
  ingressClassName: {{ . | quote }}
  {{- end }}
  {{- with .tls }}
  tls:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  rules:
    - {{ with $host }}host: {{ . | quote }}
      {{ end }}http:
        paths:
          - path: {{ trimPrefix $host $address | default "/" | quote }}
            pathType: ImplementationSpecific
            backend:
              service:
                name: {{ $name }}-rest
                port: { name: rest }
{{- end -}}
{{- end -}}
{{- end }}
