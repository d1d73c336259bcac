{{/*
Has External Secrets write a job's user and the cluster's CA into the job's
namespace. Takes (dict "root" $ "job" name "values" values).
*/}}
{{- define "common.externalsecret" -}}
{{- $kafka := .root.Values.global.kafka -}}
{{- $store := dig "credentials" "store" dict $kafka -}}
{{- $name := include "common.kafka.client.delivered" . -}}
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: {{ $name | quote }}
  namespace: {{ .root.Release.Namespace | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" .root "job" .job) | nindent 4 }}
spec:
  refreshInterval: 1h
  secretStoreRef:
    name: {{ $store.name | default "" | quote }}
    kind: {{ $store.kind | default "SecretStore" }}
  target:
    name: {{ $name | quote }}
    creationPolicy: Owner
  {{- if ne $kafka.authentication "none" }}
  dataFrom:
    - extract:
        key: {{ $store.key | default "{job}" | replace "{job}" (include "common.names.client" .) | quote }}
  {{- end }}
  {{- if not (dig "tls" "caSecret" "" $kafka) }}
  {{- with include "common.kafka.client.store.ca" .root }}
  data:
    - secretKey: cluster-ca.crt
      remoteRef:
        key: {{ . | quote }}
        property: ca.crt
  {{- end }}
  {{- end }}
{{- end }}
