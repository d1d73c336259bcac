{{/*
A Grafana dashboard, made of the chart's files/dashboard.yaml, as a ConfigMap
that Grafana's sidecar finds. Takes (dict "root" $ "words" <what ${word} stands for>).
*/}}
{{- define "common.monitoring.dashboard" -}}
{{ include "common.overridden" (dict "object" (include "common.monitoring.dashboard.object" .) "override" (.root.Values.dashboard | default dict).override) }}
{{- end }}

{{- define "common.monitoring.dashboard.object" -}}
{{- $root := .root -}}
{{- $global := $root.Values.global -}}
{{- $settings := $global.monitoring.dashboards | default dict -}}
{{- $scope := printf "headworks_dev_pipeline=%q, headworks_dev_environment=%q" $global.pipeline.name $global.environment -}}
{{- $words := merge (dict "pipeline" $global.pipeline.name "environment" $global.environment "namespace" $root.Release.Namespace "scope" $scope) .words -}}
{{- $board := include "common.monitoring.say" (dict "text" ($root.Files.Get "files/dashboard.yaml") "words" $words) | fromYaml -}}
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ printf "%s-%s-dashboard" $global.pipeline.name $root.Chart.Name | quote }}
  namespace: {{ $root.Release.Namespace | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" $root) | nindent 4 }}
    {{- toYaml ($settings.labels | default (dict "grafana_dashboard" "1")) | nindent 4 }}
  {{- with $settings.folder }}
  annotations:
    grafana_folder: {{ . | quote }}
  {{- end }}
data:
  {{ printf "%s-%s-%s.json" $global.pipeline.name $global.environment $root.Chart.Name }}: {{ include "common.monitoring.board" (dict "root" $root "board" $board) | toJson }}
{{- end }}

{{/* Grafana's JSON. Its uid stays the same for a pipeline's environment; Grafana takes 40 characters. */}}
{{- define "common.monitoring.board" -}}
{{- $global := .root.Values.global -}}
{{- $id := printf "%s/%s/%s" $global.pipeline.name $global.environment .root.Release.Namespace | sha256sum | trunc 24 -}}
{{- $source := dict "type" "prometheus" "uid" "${datasource}" -}}
{{- $variables := list (dict "name" "datasource" "label" "Prometheus" "type" "datasource" "query" "prometheus") -}}
{{- range .board.variables -}}
{{- $variables = append $variables (dict "name" .name "label" .label "type" "query" "datasource" $source "query" .query "refresh" 2 "includeAll" true "multi" true "allValue" ".*" "current" (dict "text" "All" "value" "$__all")) -}}
{{- end -}}
{{- $panels := list -}}
{{- range $at, $panel := .board.panels -}}
{{- $targets := list -}}
{{- range $i, $query := $panel.queries -}}
{{- $targets = append $targets (dict "refId" (printf "%c" (add 65 $i)) "expr" $query.expr "legendFormat" $query.legend "datasource" $source) -}}
{{- end -}}
{{- $panels = append $panels (dict
  "id" (add 1 $at)
  "type" "timeseries"
  "title" $panel.title
  "description" ($panel.description | default "")
  "datasource" $source
  "gridPos" (dict "w" 12 "h" 8 "x" (mul 12 (mod $at 2)) "y" (mul 8 (div $at 2)))
  "fieldConfig" (dict "defaults" (dict "unit" ($panel.unit | default "short") "min" 0) "overrides" list)
  "targets" $targets) -}}
{{- end -}}
{{- dict
  "uid" (printf "hw-%s-%s" .root.Chart.Name $id)
  "title" (printf "%s: %s (%s)" .board.title $global.pipeline.name $global.environment)
  "tags" (list "headworks" .root.Chart.Name)
  "schemaVersion" 39
  "timezone" "browser"
  "refresh" "30s"
  "time" (dict "from" "now-3h" "to" "now")
  "templating" (dict "list" $variables)
  "panels" $panels
| toJson -}}
{{- end }}
