{{/*
`helm test` of a job or Connect server: with the job's own image and identity,
can its folder be written; may its ServiceAccount do what a driver does?
*/}}
{{- define "spark.testpod" -}}
{{- $configuration := dict -}}
{{- include "spark.configuration.fill" (merge (dict "into" $configuration) .) -}}
{{- $folder := printf "- name: FOLDER\n  value: %q" (include "spark.storage.job" .) -}}
apiVersion: v1
kind: Pod
metadata:
  {{- include "common.test.metadata" (dict "root" .root "job" .job "name" (printf "%s-test" (include "common.names.job" .)) "labels" (include "common.identity.labels" .root)) | nindent 2 }}
spec:
  restartPolicy: Never
  {{- include "spark.pod.place" (dict "root" .root "job" .job "pod" (.values.pod | default dict) "driver" true) | nindent 2 }}
  {{- include "spark.pod.volumes" . | nindent 2 }}
  containers:
    - name: storage
      securityContext:
        {{- include "common.security.container" . | nindent 8 }}
      {{- include "spark.pod.container" (merge (dict "env" $folder) .) | nindent 6 }}
      image: {{ include "common.image" .values.image | quote }}
      imagePullPolicy: IfNotPresent
      args:
        {{- include "spark.filesystem.arguments" (dict "root" .root "configuration" $configuration "script" (.root.Files.Get "files/storage-test.sh")) | trim | nindent 8 }}
      {{- include "spark.testpod.resources" "512Mi" | nindent 6 }}
    - name: permissions
      image: {{ include "common.test.image" .root | quote }}
      imagePullPolicy: IfNotPresent
      command:
        - sh
        - -ec
        - |
          {{- .root.Files.Get "files/permissions-test.sh" | trim | nindent 10 }}
      env:
        - { name: API_SERVER, value: 'https://kubernetes.default.svc' }
        - { name: ACCOUNT, value: /var/run/secrets/kubernetes.io/serviceaccount }
      {{- include "spark.testpod.resources" "64Mi" | nindent 6 }}
      securityContext:
        {{- include "common.security.container" . | nindent 8 }}
{{- end }}

{{- define "spark.testpod.resources" -}}
resources:
  requests: { cpu: 50m, memory: {{ . }} }
  limits: { memory: {{ . }} }
{{- end }}
