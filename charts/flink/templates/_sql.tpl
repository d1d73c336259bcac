{{/*
A job's SQL. The ConfigMap's name has a hash of what it holds: the operator goes
back to an old spec, never to an old ConfigMap. One that a rollback may need
stays when an upgrade replaces it.
*/}}
{{- define "flink.sql.name" -}}
{{ include "common.names.job" . }}-sql-{{ sha256sum .values.sql | trunc 8 }}
{{- end }}

{{- define "flink.sql" -}}
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ include "flink.sql.name" . | quote }}
  namespace: {{ .root.Release.Namespace | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" .root "job" .job) | nindent 4 }}
  {{- if .values.rollback }}
  annotations:
    helm.sh/resource-policy: keep
  {{- end }}
immutable: true
data:
  job.sql: {{ .values.sql | toJson }}
{{- end }}

{{- define "flink.sql.volumes" -}}
{{- if .values.sql }}
- name: sql
  configMap: { name: {{ include "flink.sql.name" . | quote }} }
{{- end }}
{{- end }}

{{- define "flink.sql.mounts" -}}
{{- if .values.sql }}
- name: sql
  mountPath: /etc/flink-sql
  readOnly: true
{{- end }}
{{- end }}

{{/* What runs: the job's own jar, or the runner of SQL scripts. */}}
{{- define "flink.jar" -}}
{{- ternary .root.Values.defaults.sqlRunner.jar .values.jar (empty .values.jar) -}}
{{- end }}

{{- define "flink.entryClass" -}}
{{- .values.entryClass | default (ternary (dig "entryClass" "" .root.Values.defaults.sqlRunner) "" (empty .values.jar)) -}}
{{- end }}

{{/* Its arguments as JSON; a script comes first. */}}
{{- define "flink.args" -}}
{{- $args := .values.args | default list -}}
{{- if .values.sql -}}
{{- $args = prepend $args "/etc/flink-sql/job.sql" -}}
{{- end -}}
{{- toJson $args -}}
{{- end }}

{{- define "flink.sql.wanted" -}}
{{- if .values.sql -}}
{{- include "flink.sql" . -}}
{{- end -}}
{{- end }}
