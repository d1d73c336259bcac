{{/* Where people and tools submit jobs to a session; a name that stays. */}}
{{- define "flink.service" -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ include "common.names.job" . }}-submit
  namespace: {{ .root.Release.Namespace | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" .root "job" .job) | nindent 4 }}
spec:
  selector:
    app: {{ include "common.names.job" . | quote }}
    component: jobmanager
  ports:
    - name: rest
      port: 8081
      targetPort: 8081
{{- end }}
