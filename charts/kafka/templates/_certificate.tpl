{{/* One certificate for all nodes, from an issuer of cert-manager, good for every name that they are called by. */}}
{{- define "kafka.certificate" -}}
{{- $tls := .Values.cluster.statefulset.tls -}}
{{- $cluster := .Values.global.kafka.cluster -}}
{{- $namespace := include "common.names.kafkaNamespace" . -}}
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: {{ $cluster }}-tls
  namespace: {{ $namespace | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" .) | nindent 4 }}
spec:
  secretName: {{ $cluster }}-tls
  commonName: {{ $cluster | quote }}
  duration: {{ $tls.duration | default "8760h" | quote }}
  # Nodes read a new certificate when they start: there is a month to restart them.
  renewBeforePercentage: 9
  usages: [server auth, client auth]
  privateKey:
    algorithm: ECDSA
    size: 256
    # The only form that Kafka reads.
    encoding: PKCS8
    rotationPolicy: Always
  dnsNames:
    {{- range $part := list (printf "*.%s-nodes" $cluster) (printf "%s-bootstrap" $cluster) }}
    {{- range $suffix := list $namespace (printf "%s.svc" $namespace) (printf "%s.svc.cluster.local" $namespace) }}
    - {{ printf "%s.%s" $part $suffix | quote }}
    {{- end }}
    {{- end }}
    {{- range include "kafka.certificate.outside" . | fromJsonArray }}
    - {{ . | quote }}
    {{- end }}
  {{- with include "kafka.certificate.numbers" . | fromJsonArray }}
  ipAddresses: {{ toJson . }}
  {{- end }}
  issuerRef:
    group: cert-manager.io
    kind: {{ $tls.issuer.kind | default "Issuer" }}
    name: {{ $tls.issuer.name | quote }}
{{- end }}

{{/* Hosts of all outside addresses, as a sorted JSON list. */}}
{{- define "kafka.certificate.hosts" -}}
{{- $hosts := .Values.cluster.statefulset.tls.names | default list -}}
{{- range $name, $listener := include "kafka.server.listeners" . | fromJson -}}
{{- range $id, $address := $listener.addresses -}}
{{- $hosts = append $hosts (regexReplaceAll ":[0-9]+$" $address "") -}}
{{- end -}}
{{- end -}}
{{- $hosts | uniq | sortAlpha | toJson -}}
{{- end }}

{{- define "kafka.certificate.outside" -}}
{{- $names := list -}}
{{- range include "kafka.certificate.hosts" . | fromJsonArray -}}
{{- if not (regexMatch "^[0-9.]+$" .) -}}
{{- $names = append $names . -}}
{{- end -}}
{{- end -}}
{{- toJson $names -}}
{{- end }}

{{- define "kafka.certificate.numbers" -}}
{{- $numbers := list -}}
{{- range include "kafka.certificate.hosts" . | fromJsonArray -}}
{{- if regexMatch "^[0-9.]+$" . -}}
{{- $numbers = append $numbers . -}}
{{- end -}}
{{- end -}}
{{- toJson $numbers -}}
{{- end }}
