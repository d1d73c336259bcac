{{/*
`helm test` of a job or session: Flink answers, the job's own pods have written
a checkpoint, and the ServiceAccount may do what a cluster does. The label lets
the pod through the job's network policy.
*/}}
{{- define "flink.testpod" -}}
{{- $name := include "common.names.job" . -}}
apiVersion: v1
kind: Pod
metadata:
  {{- $metadata := include "common.test.metadata" (dict "root" .root "job" .job "name" (printf "%s-test" $name)) | fromYaml }}
  {{- merge $metadata (dict "labels" (dict "app" $name)) | toYaml | nindent 2 }}
spec:
  restartPolicy: Never
  serviceAccountName: {{ $name | quote }}
  {{- include "flink.pod.spec" . | nindent 2 }}
  containers:
    {{- if not .values.suspended }}
    - name: state
      image: {{ include "common.image" .values.image | quote }}
      imagePullPolicy: IfNotPresent
      command: [bash, -c]
      args:
        - |
          {{- .root.Files.Get "files/state-test.sh" | trim | nindent 10 }}
      env:
        - { name: REST_HOST, value: {{ printf "%s-rest" $name | quote }} }
        - { name: REST_PORT, value: '8081' }
        - { name: FOLDER, value: {{ include "flink.testpod.folder" . | quote }} }
        - { name: DEADLINE, value: '240' }
      {{- include "flink.testpod.container" . | nindent 6 }}
    {{- end }}
    - name: permissions
      image: {{ include "common.test.image" .root | quote }}
      imagePullPolicy: IfNotPresent
      command: [sh, -c]
      args:
        - |
          {{- .root.Files.Get "files/permissions-test.sh" | trim | nindent 10 }}
      env:
        - { name: API_SERVER, value: 'https://kubernetes.default.svc' }
        - { name: ACCOUNT, value: /var/run/secrets/kubernetes.io/serviceaccount }
        - { name: RIGHTS, value: {{ include "flink.testpod.rights" . | trim | quote }} }
      {{- include "flink.testpod.container" . | nindent 6 }}
{{- end }}

{{/* Where a job's checkpoints are; empty where there are none to wait for. */}}
{{- define "flink.testpod.folder" -}}
{{- if and .root.Values.global.storage.uri (or .values.jar .values.sql) -}}
{{- include "common.storage.job" . }}/checkpoints
{{- end -}}
{{- end }}

{{/* verb:resource, each of which the Role grants. */}}
{{- define "flink.testpod.rights" -}}
get:configmaps watch:configmaps create:configmaps update:configmaps delete:configmaps
{{- if include "flink.native" . }} create:pods list:pods watch:pods delete:pods{{ end }}
{{- end }}

{{- define "flink.testpod.container" -}}
resources:
  requests: { cpu: 50m, memory: 64Mi }
  limits: { memory: 64Mi }
securityContext:
  {{- include "common.security.container" . | nindent 2 }}
{{- end }}
