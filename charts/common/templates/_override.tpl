{{/*
Renders an object with what the user overrides merged last into it: maps
merge, lists replace, null removes the key.
Takes (dict "object" <YAML text> "override" <map>).
*/}}
{{- define "common.override" -}}
{{- $object := fromYaml .object -}}
{{- include "common.override.merge" (dict "into" $object "from" (.override | default dict)) -}}
{{ toYaml $object }}
{{- end }}

{{- define "common.override.merge" -}}
{{- $into := .into -}}
{{- range $key, $value := .from -}}
{{- if kindIs "invalid" $value -}}
{{- $_ := unset $into $key -}}
{{- else if and (kindIs "map" $value) (kindIs "map" (get $into $key)) -}}
{{- include "common.override.merge" (dict "into" (get $into $key) "from" $value) -}}
{{- else -}}
{{- $_ := set $into $key $value -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* The same where most objects have no override: a parse costs. An object that is not wanted is empty. */}}
{{- define "common.overridden" -}}
{{- if and .object .override -}}
{{ include "common.override" . }}
{{- else -}}
{{ .object }}
{{- end -}}
{{- end }}
