{{/* `helm test`: the address that jobs use answers, lets the first user in, and has the declared topics. */}}
{{- define "kafka.testpod" -}}
apiVersion: v1
kind: Pod
metadata:
  {{- include "common.test.metadata" (dict "root" . "name" (printf "%s-topics-test" .Values.global.pipeline.name) "namespace" (include "kafka.job.namespace" .)) | nindent 2 }}
spec:
  restartPolicy: Never
  {{- include "kafka.job.pod" (dict "root" . "name" "test" "script" "sh /etc/kafka/declared/test.sh" "bootstrap" .Values.global.kafka.bootstrapServers) | nindent 2 }}
{{- end }}
