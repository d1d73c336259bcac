{{/* Whether a part of monitoring is wanted; empty where not. Takes (dict "root" $ "part" "rules" or "dashboards"). */}}
{{- define "common.monitoring.part" -}}
{{- if include "common.monitoring.wanted" .root -}}
{{- if dig .part "enabled" true .root.Values.global.monitoring -}}
true
{{- end -}}
{{- end -}}
{{- end }}

{{/* A text with each ${word} replaced. Takes (dict "text" text "words" map). */}}
{{- define "common.monitoring.say" -}}
{{- $text := .text -}}
{{- range $word, $value := .words -}}
{{- $text = replace (printf "${%s}" $word) (toString $value) $text -}}
{{- end -}}
{{- $text -}}
{{- end }}

{{/* What a PodMonitor's metrics are told by. Takes its namespace and name as a list. */}}
{{- define "common.monitoring.scrape" -}}
job="{{ index . 0 }}/{{ index . 1 }}"
{{- end }}

{{/*
A PrometheusRule with those alerts of the chart's files/alerts.yaml that apply.
Takes (dict "root" $ "job" name "name" name "namespace" namespace "words" <what
${word} stands for> "facts" <map: which `when` holds> "settings" <list of maps
by the alert's name; the last one wins>).
*/}}
{{- define "common.monitoring.prometheusrule" -}}
{{- $on := . -}}
{{- $monitoring := .root.Values.global.monitoring -}}
{{- $rules := $monitoring.rules | default dict -}}
{{- $labels := merge (dict "pipeline" .root.Values.global.pipeline.name "environment" .root.Values.global.environment) ($rules.labels | default dict) -}}
{{- with .job -}}
{{- $_ := set $labels "job" . -}}
{{- end -}}
{{- $found := list -}}
{{- $known := include "common.monitoring.say" (dict "text" (.root.Files.Get "files/alerts.yaml") "words" .words) | fromYaml -}}
{{- range $name, $alert := $known -}}
{{- range $on.settings -}}
{{- $alert = mergeOverwrite $alert (get (. | default dict) $name | default dict) -}}
{{- end -}}
{{- if and (dig "enabled" true $alert) (or (not $alert.when) (get $on.facts ($alert.when | default ""))) -}}
{{- $threshold := dict "threshold" ($alert.threshold | default 0) -}}
{{- $found = append $found (dict
  "alert" $name
  "expr" (include "common.monitoring.say" (dict "text" $alert.expr "words" $threshold))
  "for" ($alert.for | default "5m")
  "labels" (merge (dict "severity" $alert.severity) $labels)
  "annotations" (dict
    "summary" $alert.summary
    "description" (include "common.monitoring.say" (dict "text" $alert.description "words" $threshold))
    "runbook_url" (printf "%s/%s.md" ($rules.runbooks | default "docs/runbooks" | trimSuffix "/") $name))) -}}
{{- end -}}
{{- end -}}
{{- with $found -}}
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: {{ $on.name | quote }}
  namespace: {{ $on.namespace | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" $on.root "job" $on.job) | nindent 4 }}
    {{- with $monitoring.labels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
spec:
  groups:
    - name: {{ printf "%s/%s" $on.namespace $on.name | quote }}
      rules:
        {{- toYaml . | nindent 8 }}
{{- end -}}
{{- end }}
