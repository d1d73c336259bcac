{{/* What the History Server's objects have in common. */}}

{{/* Whether there is one; empty where not. */}}
{{- define "spark.history.wanted" -}}
{{- if dig "enabled" false (.Values.historyServer | default dict) -}}
true
{{- end -}}
{{- end }}

{{/* One of its objects with the override below `of`. Takes (dict "root" $ "define" name "of" key). */}}
{{- define "spark.history.object" -}}
{{- $values := .root.Values.historyServer -}}
{{ include "common.overridden" (dict "object" (include .define (dict "root" .root "values" $values "metadata" (include "spark.history.metadata" .root))) "override" (dig .of "override" dict $values)) }}
{{- end }}

{{- define "spark.history.name" -}}
{{ .Values.global.pipeline.name }}-spark-history
{{- end }}

{{- define "spark.history.metadata" -}}
name: {{ include "spark.history.name" . | quote }}
namespace: {{ .Release.Namespace | quote }}
labels:
  {{- include "common.labels.object" (dict "root" . "component" "spark-history") | nindent 2 }}
{{- end }}

{{/* What its pods are selected by. */}}
{{- define "spark.history.select" -}}
headworks.dev/pipeline: {{ .Values.global.pipeline.name | quote }}
app.kubernetes.io/component: spark-history
{{- end }}

{{/* Its properties: where the event logs are and how long they stay. Takes (dict "root" $ "values" historyServer). */}}
{{- define "spark.history.configuration" -}}
{{- $into := dict "spark.history.fs.logDirectory" (include "spark.eventlog.dir" .root) "spark.history.ui.port" "18080" "spark.history.fs.cleaner.enabled" "true" "spark.history.fs.cleaner.maxAge" (.values.retention | default "30d") "spark.history.store.path" "/var/lib/spark-history" "spark.history.store.maxDiskUsage" "4g" -}}
{{- include "spark.configuration.storage" (dict "root" .root "values" .values "into" $into) -}}
{{- with get $into "spark.kerberos.principal" -}}
{{- $_ := set $into "spark.history.kerberos.enabled" "true" -}}
{{- $_ := set $into "spark.history.kerberos.principal" . -}}
{{- $_ := set $into "spark.history.kerberos.keytab" "/etc/kerberos/keytab" -}}
{{- end -}}
{{- range $key, $value := .values.sparkConf -}}
{{- $_ := set $into $key (toString $value) -}}
{{- end -}}
{{- toYaml $into -}}
{{- end }}

{{- define "spark.history.networkpolicy" -}}
{{ include "spark.networkpolicy" (dict "root" .root "metadata" .metadata "select" (include "spark.history.select" .root | fromYaml) "ingress" (include "spark.history.ingress" .)) }}
{{- end }}

{{- define "spark.history.ingress" -}}
{{ include "spark.clients" (dict "root" .root "clients" .values.clients "port" 18080) }}
{{- include "common.networkpolicy.apiserver" (dict "root" .root "port" 18080) }}
{{- end }}

{{- define "spark.history.poddisruptionbudget" -}}
{{ include "spark.poddisruptionbudget" (dict "metadata" .metadata "select" (include "spark.history.select" .root | fromYaml) "rule" "maxUnavailable: 1") }}
{{- end }}
