{{/*
Flink reads and writes each storage through a plugin of its own, in the image's
folder opt until it is enabled. Hadoop's own classes are in no plugin: with
hdfs:// the image must have them.
*/}}
{{- define "flink.filesystem.env" -}}
{{- with include "flink.filesystem.plugin" . }}
- name: ENABLE_BUILT_IN_PLUGINS
  value: {{ . | quote }}
{{- end }}
{{- end }}

{{/* Name of the plugin's jar; empty where none is to be enabled. */}}
{{- define "flink.filesystem.plugin" -}}
{{- $defaults := .root.Values.defaults -}}
{{- if eq (.values.filesystemPlugin | default $defaults.filesystemPlugin) "enable" -}}
{{- with get (dict "s3" "s3" "gs" "gs" "abfss" "azure") (include "common.storage.scheme" .root) -}}
flink-{{ . }}-fs-hadoop-{{ include "flink.release" $ }}.jar
{{- end -}}
{{- end -}}
{{- end }}

{{/* The full version; where only the minor one is said, the newest official image of it. */}}
{{- define "flink.release" -}}
{{- $defaults := .root.Values.defaults -}}
{{- $version := .values.flinkVersion | default $defaults.flinkVersion -}}
{{- $newest := dict "v1_19" "1.19.3" "v1_20" "1.20.4" "v2_0" "2.0.2" "v2_1" "2.1.2" "v2_2" "2.2.1" -}}
{{- .values.flinkRelease | default $defaults.flinkRelease | default (get $newest $version) -}}
{{- end }}

{{/* Takes (dict "root" $ "values" values "config" <map to add to>). */}}
{{- define "flink.configuration.filesystem" -}}
{{- $storage := .root.Values.global.storage -}}
{{- $secret := dig "credentials" "secret" "" $storage -}}
{{- $config := .config -}}
{{- $scheme := include "common.storage.scheme" .root -}}
{{- if eq $scheme "s3" -}}
{{- with $storage.endpoint -}}
{{- $_ := set $config "s3.endpoint" . -}}
{{- $_ := set $config "s3.path.style.access" "true" -}}
{{- end -}}
{{- with $storage.region -}}
{{- $_ := set $config "s3.endpoint.region" . -}}
{{- end -}}
{{/* Hadoop's own list has no role of a ServiceAccount. */}}
{{- if and (dig "identity" "aws" false $storage) (not $secret) -}}
{{- $_ := set $config "fs.s3a.aws.credentials.provider" "com.amazonaws.auth.WebIdentityTokenCredentialsProvider" -}}
{{- end -}}
{{- else if eq $scheme "abfss" -}}
{{- $host := $storage.uri | trimPrefix "abfss://" | splitList "/" | first | splitList "@" | last -}}
{{- if $secret -}}
{{/* Hadoop itself puts the environment's value in: no secret stands here. */}}
{{- $_ := set $config (printf "fs.azure.account.key.%s" $host) "${env.AZURE_STORAGE_KEY}" -}}
{{- else -}}
{{- $_ := set $config (printf "fs.azure.account.auth.type.%s" $host) "OAuth" -}}
{{- $_ := set $config (printf "fs.azure.account.oauth.provider.type.%s" $host) "org.apache.flink.fs.shaded.hadoop3.org.apache.hadoop.fs.azurebfs.oauth2.MsiTokenProvider" -}}
{{- with dig "identity" "azure" "clientId" "" $storage -}}
{{- $_ := set $config (printf "fs.azure.account.oauth2.client.id.%s" $host) . -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- with dig "hadoop" "kerberos" "" $storage -}}
{{- include "flink.configuration.kerberos" (dict "root" $.root "kerberos" . "config" $config) -}}
{{- end -}}
{{- end }}

{{/*
The operator would look for the keytab in its own pod: it passes the login on
as arguments of the pods instead.
*/}}
{{- define "flink.configuration.kerberos" -}}
{{- $login := dict "security.kerberos.login.keytab" "/etc/kerberos/keytab" "security.kerberos.login.principal" .kerberos.principal -}}
{{- if eq .root.Values.mode "operator" -}}
{{- $args := list -}}
{{- range $key, $value := $login -}}
{{- $args = append $args (printf "-D%s=%s" $key $value) -}}
{{- end -}}
{{- range $role := list "jobmanager" "taskmanager" -}}
{{- $_ := set $.config (printf "kubernetes.%s.entrypoint.args" $role) (join " " $args) -}}
{{- end -}}
{{- else -}}
{{- $_ := mergeOverwrite .config $login -}}
{{- end -}}
{{- end }}
