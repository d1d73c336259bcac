{{/* sparkConf: what is denied, what a field decides, what does not belong into values. */}}
{{- define "common.validate.spark.conf" -}}
{{- $with := . -}}
{{- if .values.sparkConf -}}
{{- $denied := splitList " " (include "common.spark.denied" .) -}}
{{- $fields := include "common.spark.fields" . | fromYaml -}}
{{- range $key, $value := .values.sparkConf -}}
{{- $at := printf "%s.sparkConf.%s" $with.at $key -}}
{{- if has $key $denied -}}
{{- include "common.validate.add" (dict "found" $with.found "problem" (printf "%s: %s; use the job's own fields (image, driver, executor) instead" $at (eq "kubeflow" $with.mode | ternary "the Spark operator refuses it" (printf "mode %s sets it by itself" $with.mode)))) -}}
{{- else if hasKey $fields $key -}}
{{- include "common.validate.add" (dict "found" $with.found "problem" (printf "%s: the field %s decides it, and would win; set that instead" $at (get $fields $key))) -}}
{{- else if and (regexMatch "(?i)(access\\.key|secret\\.key|account\\.key|session\\.token|client\\.secret|password|\\.secret$)" $key) (not (contains "${env" (toString $value))) -}}
{{- include "common.validate.add" (dict "found" $with.found "problem" (printf "%s: a secret would stand in Git, in the resource and on Spark's pages; keep it in a secret (global.storage.credentials, or env and ${env.NAME})" $at)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* Properties and the fields that decide them. */}}
{{- define "common.spark.fields" -}}
spark.driver.cores: driver.cores
spark.driver.memory: driver.memory
spark.driver.memoryOverhead: driver.memoryOverhead
spark.executor.cores: executor.cores
spark.executor.memory: executor.memory
spark.executor.memoryOverhead: executor.memoryOverhead
spark.executor.instances: executor.instances
spark.kubernetes.driver.request.cores: driver.coreRequest
spark.kubernetes.driver.limit.cores: driver.coreLimit
spark.kubernetes.executor.request.cores: executor.coreRequest
spark.kubernetes.executor.limit.cores: executor.coreLimit
spark.kubernetes.memoryOverheadFactor: memoryOverheadFactor
spark.kubernetes.driver.podTemplateFile: pod, or override
spark.kubernetes.executor.podTemplateFile: pod, or override
spark.dynamicAllocation.enabled: dynamicAllocation.enabled
spark.dynamicAllocation.minExecutors: dynamicAllocation.min
spark.dynamicAllocation.maxExecutors: dynamicAllocation.max
spark.dynamicAllocation.initialExecutors: dynamicAllocation.initial
spark.dynamicAllocation.shuffleTracking.enabled: dynamicAllocation.shuffle
{{- end }}

{{/* What the webhook of Kubeflow's operator 2.5.2 denies in sparkConf. */}}
{{- define "common.spark.denied" -}}
spark.master spark.kubernetes.driver.master spark.kubernetes.container.image spark.kubernetes.driver.container.image spark.kubernetes.executor.container.image spark.kubernetes.authenticate.driver.serviceAccountName spark.kubernetes.authenticate.executor.serviceAccountName spark.kubernetes.authenticate.oauthToken spark.kubernetes.authenticate.oauthTokenFile spark.kubernetes.authenticate.driver.oauthToken spark.kubernetes.authenticate.driver.oauthTokenFile spark.kubernetes.authenticate.executor.oauthToken spark.kubernetes.authenticate.executor.oauthTokenFile spark.kubernetes.namespace
{{- end }}

{{/* Spark 3 has a Hadoop that does not know Azure's workload identity. */}}
{{- define "common.validate.spark.azure" -}}
{{- $storage := .root.Values.global.storage -}}
{{- if and (hasPrefix "abfss://" $storage.uri) (not (dig "credentials" "secret" "" $storage)) -}}
{{- $version := .values.sparkVersion | default (dig "defaults" "sparkVersion" "4.0.4" .spark) -}}
{{- if semverCompare "<4.0.0-0" $version -}}
{{- include "common.validate.add" (dict "found" .found "problem" (printf "%s.sparkVersion: the Hadoop of Spark %s does not know Azure's workload identity; use Spark 4, or name global.storage.credentials.secret" .at $version)) -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* The History Server shows what jobs have written, where it may read. */}}
{{- define "common.validate.spark.history" -}}
{{- $history := dig "historyServer" dict .spark -}}
{{- $log := dig "eventLog" dict .spark -}}
{{- $uri := .root.Values.global.storage.uri -}}
{{- with $log.dir -}}
{{- if ne (regexFind "^[a-z0-9]+" . | replace "s3a" "s3") (regexFind "^[a-z0-9]+" $uri | replace "s3a" "s3") -}}
{{- include "common.validate.add" (dict "found" $.found "problem" (printf "spark.eventLog.dir: %s is of another kind than global.storage.uri (%s), for which jobs have the credentials; choose a folder there" . $uri)) -}}
{{- end -}}
{{- end -}}
{{- if dig "enabled" false $history -}}
{{- if not (dig "enabled" (hasPrefix "file:" $uri | not) $log) -}}
{{- include "common.validate.add" (dict "found" .found "problem" "spark.historyServer.enabled: jobs write no event log that it could show; set spark.eventLog.enabled: true, with a global.storage that all pods reach") -}}
{{- end -}}
{{- if not $history.image -}}
{{- include "common.validate.add" (dict "found" .found "problem" "spark.historyServer.image: it has none of its own, for it must hold the storage's connector; name the jobs' image, or one like it") -}}
{{- end -}}
{{- if and (dig "autoscaling" "enabled" false $history) (gt (dig "autoscaling" "min" 1 $history | int) (dig "autoscaling" "max" 1 $history | int)) -}}
{{- include "common.validate.add" (dict "found" .found "problem" (printf "spark.historyServer.autoscaling.min: %d is more than max (%d); lower it" (dig "autoscaling" "min" 1 $history | int) (dig "autoscaling" "max" 1 $history | int))) -}}
{{- end -}}
{{- end -}}
{{- end }}
