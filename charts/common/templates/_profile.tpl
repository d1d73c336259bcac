{{/* How strict the checks are: global.profile, else prod for an environment named prod…, else dev. */}}
{{- define "common.profile" -}}
{{- $global := .Values.global -}}
{{- $global.profile | default (hasPrefix "prod" ($global.environment | default "") | ternary "prod" "dev") -}}
{{- end }}
