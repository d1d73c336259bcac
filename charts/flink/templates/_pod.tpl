{{/* The part of the pods that the operator merges into its own. */}}
{{- define "flink.pod" -}}
{{- $kafka := .root.Values.global.kafka -}}
{{- $secret := include "common.kafkauser.secret" . -}}
metadata:
  labels:
    {{- include "common.labels.stable" (dict "root" .root "job" .job) | nindent 4 }}
spec:
  securityContext:
    {{- include "common.security.pod" 9999 | nindent 4 }}
  containers:
    - name: flink-main-container
      {{- if include "common.monitoring.wanted" .root }}
      ports:
        - name: metrics
          containerPort: 9249
      {{- end }}
      securityContext:
        {{- include "common.security.container" . | nindent 8 }}
      env:
        - name: KAFKA_BOOTSTRAP_SERVERS
          value: {{ $kafka.bootstrapServers | quote }}
        - name: KAFKA_GROUP_ID
          value: {{ include "common.names.client" . | quote }}
        {{- range $name, $value := .values.env }}
        - name: {{ $name | quote }}
          value: {{ $value | quote }}
        {{- end }}
      {{- with .root.Values.global.storage.credentials.secret }}
      envFrom:
        - secretRef:
            name: {{ . | quote }}
      {{- end }}
      {{- if $secret }}
      volumeMounts:
        - name: kafka-user
          mountPath: /etc/kafka/user
          readOnly: true
      {{- end }}
  {{- if $secret }}
  volumes:
    - name: kafka-user
      secret:
        secretName: {{ $secret | quote }}
  {{- end }}
{{- end }}
