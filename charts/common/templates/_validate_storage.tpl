{{/* A key in an address would be in Git, in the release and in every log. */}}
{{- define "common.validate.storage" -}}
{{- $uri := .root.Values.global.storage.uri -}}
{{- if regexMatch "^[a-z0-9]+://[^/@]*:[^/@]*@" $uri -}}
{{- include "common.validate.add" (dict "found" .found "problem" "global.storage.uri: it holds a user and a password; remove them and name a secret in global.storage.credentials.secret") -}}
{{- end -}}
{{- end }}
