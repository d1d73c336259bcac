{{/*
Annotations of a ServiceAccount: cloud identity from global.storage.identity,
then the user's own. Takes (dict "root" $ "annotations" map).
*/}}
{{- define "common.identity.annotations" -}}
{{- $identity := .root.Values.global.storage.identity | default dict -}}
{{- $all := dict -}}
{{- with $identity.aws -}}
{{- $_ := set $all "eks.amazonaws.com/role-arn" .roleArn -}}
{{- end -}}
{{- with $identity.gcp -}}
{{- $_ := set $all "iam.gke.io/gcp-service-account" .serviceAccount -}}
{{- end -}}
{{- with $identity.azure -}}
{{- $_ := set $all "azure.workload.identity/client-id" .clientId -}}
{{- with .tenantId -}}
{{- $_ := set $all "azure.workload.identity/tenant-id" . -}}
{{- end -}}
{{- end -}}
{{- with mergeOverwrite $all (.annotations | default dict) -}}
{{- toYaml . -}}
{{- end -}}
{{- end }}

{{/* Labels that a pod needs for it (Azure's webhook selects by one); empty where none. */}}
{{- define "common.identity.labels" -}}
{{- if dig "identity" "azure" false .Values.global.storage -}}
azure.workload.identity/use: "true"
{{- end -}}
{{- end }}
