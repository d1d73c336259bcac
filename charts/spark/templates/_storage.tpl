{{/* global.storage as Spark and Hadoop's connectors want it. */}}

{{/* The address as Spark spells it: S3 is s3a there. Takes the root. */}}
{{- define "spark.storage.uri" -}}
{{ .Values.global.storage.uri | trimSuffix "/" | replace "s3://" "s3a://" }}
{{- end }}

{{/* Folder of a job: `<uri>/<environment>/<job>`. */}}
{{- define "spark.storage.job" -}}
{{ include "spark.storage.uri" .root }}/{{ .root.Values.global.environment }}/{{ .job }}
{{- end }}

{{/* Takes (dict "root" $ "values" values "into" map); only sparkVersion is read of the values. */}}
{{- define "spark.configuration.storage" -}}
{{- $scheme := .root.Values.global.storage.uri | splitList "://" | first -}}
{{- if has $scheme (list "s3" "s3a") -}}
{{- include "spark.configuration.s3" . -}}
{{- else if eq $scheme "gs" -}}
{{- include "spark.configuration.gcs" . -}}
{{- else if eq $scheme "abfss" -}}
{{- include "spark.configuration.abfs" . -}}
{{- else if eq $scheme "hdfs" -}}
{{- include "spark.configuration.hdfs" . -}}
{{- end -}}
{{- end }}

{{/*
Hadoop 3.4 (Spark 4) has AWS SDK 2, with other class names than Hadoop 3.3.
Without a secret: a role of the ServiceAccount, then of the container or node.
Spark completes the magic committer's settings where its classes are there.
*/}}
{{- define "spark.configuration.s3" -}}
{{- $storage := .root.Values.global.storage -}}
{{- $bucket := trimPrefix "s3a://" (include "spark.storage.uri" .root) | splitList "/" | first -}}
{{- $old := semverCompare "<4.0.0-0" (.values.sparkVersion | default .root.Values.defaults.sparkVersion) -}}
{{- $sdk := ternary "com.amazonaws.auth" "software.amazon.awssdk.auth.credentials" $old -}}
{{- $environment := printf "%s.EnvironmentVariableCredentialsProvider" $sdk -}}
{{- $role := printf "%s.WebIdentityToken%sCredentialsProvider" $sdk (ternary "" "File" $old) -}}
{{- $node := "org.apache.hadoop.fs.s3a.auth.IAMInstanceCredentialsProvider" -}}
{{- $secret := dig "credentials" "secret" "" $storage -}}
{{- $_ := set .into "spark.hadoop.fs.s3a.aws.credentials.provider" (ternary $environment (printf "%s,%s" $role $node) (ne $secret "")) -}}
{{- $_ := set .into (printf "spark.hadoop.fs.s3a.bucket.%s.committer.magic.enabled" $bucket) "true" -}}
{{- with $storage.endpoint -}}
{{- $_ := set $.into "spark.hadoop.fs.s3a.endpoint" . -}}
{{- $_ := set $.into "spark.hadoop.fs.s3a.path.style.access" "true" -}}
{{- end -}}
{{- with $storage.region -}}
{{- $_ := set $.into "spark.hadoop.fs.s3a.endpoint.region" . -}}
{{- end -}}
{{- end }}

{{/* A key file is mounted from the secret (common.storage.volumes); else GKE's metadata server says who the pod is. */}}
{{- define "spark.configuration.gcs" -}}
{{- $_ := set .into "spark.hadoop.fs.gs.impl" "com.google.cloud.hadoop.fs.gcs.GoogleHadoopFileSystem" -}}
{{- $_ := set .into "spark.hadoop.fs.AbstractFileSystem.gs.impl" "com.google.cloud.hadoop.fs.gcs.GoogleHadoopFS" -}}
{{- if dig "credentials" "secret" "" .root.Values.global.storage -}}
{{- $_ := set .into "spark.hadoop.fs.gs.auth.type" "SERVICE_ACCOUNT_JSON_KEYFILE" -}}
{{- $_ := set .into "spark.hadoop.fs.gs.auth.service.account.json.keyfile" "/etc/storage/key.json" -}}
{{- end -}}
{{- end }}

{{/* Hadoop itself puts the environment's values in: no secret stands in a property. */}}
{{- define "spark.configuration.abfs" -}}
{{- $host := .root.Values.global.storage.uri | trimPrefix "abfss://" | splitList "/" | first | splitList "@" | last -}}
{{- $at := "spark.hadoop.fs.azure.account" -}}
{{- if dig "credentials" "secret" "" .root.Values.global.storage -}}
{{- $_ := set .into (printf "%s.key.%s" $at $host) "${env.AZURE_STORAGE_KEY}" -}}
{{- else -}}
{{- $_ := set .into (printf "%s.auth.type.%s" $at $host) "OAuth" -}}
{{- $_ := set .into (printf "%s.oauth.provider.type.%s" $at $host) "org.apache.hadoop.fs.azurebfs.oauth2.WorkloadIdentityTokenProvider" -}}
{{- $_ := set .into (printf "%s.oauth2.client.id.%s" $at $host) "${env.AZURE_CLIENT_ID}" -}}
{{- $_ := set .into (printf "%s.oauth2.msi.tenant.%s" $at $host) "${env.AZURE_TENANT_ID}" -}}
{{- $_ := set .into (printf "%s.oauth2.token.file.%s" $at $host) "${env.AZURE_FEDERATED_TOKEN_FILE}" -}}
{{- end -}}
{{- end }}

{{- define "spark.configuration.hdfs" -}}
{{- with dig "hadoop" "kerberos" "" .root.Values.global.storage -}}
{{- $_ := set $.into "spark.kerberos.principal" .principal -}}
{{- $_ := set $.into "spark.kerberos.keytab" "local:///etc/kerberos/keytab" -}}
{{- $_ := set $.into "spark.kerberos.access.hadoopFileSystems" (regexFind "^hdfs://[^/]+" $.root.Values.global.storage.uri) -}}
{{- end -}}
{{- end }}
