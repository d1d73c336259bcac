{{/* `helm test` of the History Server: it answers at its Service. */}}
{{- define "spark.history.testpod" -}}
apiVersion: v1
kind: Pod
metadata:
  {{- include "common.test.metadata" (dict "root" .root "name" (printf "%s-test" (include "spark.history.name" .root))) | nindent 2 }}
spec:
  restartPolicy: Never
  automountServiceAccountToken: false
  securityContext:
    {{- include "common.security.pod" 65534 | nindent 4 }}
  {{- with include "common.pod.scheduling" (dict "root" .root "pod" dict) }}
  {{- trim . | nindent 2 }}
  {{- end }}
  containers:
    - name: answers
      image: {{ include "common.test.image" .root | quote }}
      imagePullPolicy: IfNotPresent
      args: [--fail-with-body, --silent, --show-error, --retry, '10', --retry-connrefused, --max-time, '60', 'http://{{ include "spark.history.name" .root }}:18080/api/v1/applications?limit=1']
      {{- include "spark.testpod.resources" "64Mi" | nindent 6 }}
      securityContext:
        {{- include "common.security.container" . | nindent 8 }}
{{- end }}
