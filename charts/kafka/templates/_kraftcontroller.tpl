{{- define "kafka.kraftcontroller" -}}
{{- $name := printf "%s-controllers" .Values.global.kafka.cluster -}}
{{- $pool := include "kafka.confluent.pool" (dict "root" . "role" "controller") | fromJson -}}
apiVersion: platform.confluent.io/v1beta1
kind: KRaftController
metadata:
  {{- include "kafka.confluent.metadata" (dict "root" . "name" $name) | nindent 2 }}
spec:
  {{- include "kafka.confluent.node" (dict "root" . "name" $name "pool" $pool) | nindent 2 }}
  {{- with include "kafka.confluent.inner" . | trim }}
  listeners:
    controller:
      {{- . | nindent 6 }}
  {{- end }}
  {{- with $pool.heap }}
  configOverrides:
    jvm: ["-Xms{{ . }}", "-Xmx{{ . }}"]
  {{- end }}
{{- end }}
