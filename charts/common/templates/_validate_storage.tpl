{{/* A key in an address would be in Git, in the release and in every log. */}}
{{- define "common.validate.storage" -}}
{{- $uri := .root.Values.global.storage.uri -}}
{{- if regexMatch "^[a-z0-9]+://[^/@]*:[^/@]*@" $uri -}}
{{- include "common.validate.add" (dict "found" .found "problem" "global.storage.uri: it holds a user and a password; remove them and name a secret in global.storage.credentials.secret") -}}
{{- end -}}
{{- $storage := .root.Values.global.storage -}}
{{- $scheme := include "common.storage.scheme" .root -}}
{{- if and (eq $scheme "abfss") (not (regexMatch "^abfss://[^@/]+@[^/]+(/|$)" $uri)) -}}
{{- include "common.validate.add" (dict "found" .found "problem" "global.storage.uri: Azure's storage is abfss://<container>@<account>.dfs.core.windows.net/<folder>; correct it") -}}
{{- end -}}
{{- if and $storage.endpoint (ne $scheme "s3") -}}
{{- include "common.validate.add" (dict "found" .found "problem" (printf "global.storage.endpoint: only s3:// has another server, not %s://; remove it" $scheme)) -}}
{{- end -}}
{{- if and (dig "hadoop" "configMap" "" $storage) (ne $scheme "hdfs") -}}
{{- include "common.validate.add" (dict "found" .found "problem" (printf "global.storage.hadoop: Hadoop's configuration is for hdfs://, not %s://; remove it" $scheme)) -}}
{{- end -}}
{{- if and (dig "hadoop" "kerberos" false $storage) (not (dig "hadoop" "configMap" "" $storage)) -}}
{{- include "common.validate.add" (dict "found" .found "problem" "global.storage.hadoop.configMap: Kerberos is switched on in Hadoop's own configuration; name the ConfigMap with core-site.xml and hdfs-site.xml") -}}
{{- end -}}
{{- if and (dig "credentials" "secret" "" $storage) (dig "identity" "aws" false $storage) (eq $scheme "s3") -}}
{{- include "common.validate.add" (dict "found" .found "problem" "global.storage.identity.aws: the keys of credentials.secret would be used, not the role; remove one of the two") -}}
{{- end -}}
{{- end }}
