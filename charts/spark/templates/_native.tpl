{{/*
Properties of a job where Spark itself makes its pods: Kubeflow's operator
denies those of image and ServiceAccounts, Apache's and spark-submit ask for
them. Takes the context and "configuration", its spark.configuration.
*/}}
{{- define "spark.native.properties" -}}
{{- $properties := mergeOverwrite (dict) .configuration (include "spark.resources" . | fromYaml) -}}
{{- $name := include "common.names.job" . -}}
{{- $ours := dict
  "spark.kubernetes.container.image" (include "common.image" .values.image)
  "spark.kubernetes.authenticate.driver.serviceAccountName" $name
  "spark.kubernetes.authenticate.executor.serviceAccountName" $name
  "spark.kubernetes.driver.podTemplateContainerName" "spark-kubernetes-driver"
  "spark.kubernetes.executor.podTemplateContainerName" "spark-kubernetes-executor"
-}}
{{- range $label, $value := include "common.labels.stable" (dict "root" .root "job" .job) | fromYaml -}}
{{- $_ := set $ours (printf "spark.kubernetes.driver.service.label.%s" $label) $value -}}
{{- end -}}
{{- mergeOverwrite $properties $ours | toYaml -}}
{{- end }}
