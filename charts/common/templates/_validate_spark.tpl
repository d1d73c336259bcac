{{/* Settings that the operator's webhook or Spark itself would refuse, after the release is half in. */}}
{{- define "common.validate.spark" -}}
{{- $found := .found -}}
{{- $denied := splitList " " (include "common.spark.denied" .) -}}
{{- range $name, $job := dig "jobs" dict (.root.Values.spark | default dict) -}}
{{- if and (kindIs "map" $job) (dig "enabled" true $job) -}}
{{- $at := printf "spark.jobs.%s" $name -}}
{{- range $key, $value := dig "sparkConf" dict $job -}}
{{- if has $key $denied -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.sparkConf.%s: the Spark operator refuses it; use the job's own fields (image, driver, executor) instead" $at $key)) -}}
{{- end -}}
{{- end -}}
{{- with $job.dynamicAllocation -}}
{{- if gt (dig "min" 0 . | int) (.max | int) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.dynamicAllocation.min: %d is more than max (%d); lower it" $at (.min | int) (.max | int))) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* What the webhook of Kubeflow's operator 2.5.2 denies in sparkConf. */}}
{{- define "common.spark.denied" -}}
spark.master spark.kubernetes.driver.master spark.kubernetes.container.image spark.kubernetes.driver.container.image spark.kubernetes.executor.container.image spark.kubernetes.authenticate.driver.serviceAccountName spark.kubernetes.authenticate.executor.serviceAccountName spark.kubernetes.authenticate.oauthToken spark.kubernetes.authenticate.oauthTokenFile spark.kubernetes.authenticate.driver.oauthToken spark.kubernetes.authenticate.driver.oauthTokenFile spark.kubernetes.authenticate.executor.oauthToken spark.kubernetes.authenticate.executor.oauthTokenFile spark.kubernetes.namespace
{{- end }}
