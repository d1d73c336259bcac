{{/* How many executors there are, and on which nodes. */}}
{{- define "common.validate.spark.executors" -}}
{{- $with := . -}}
{{- $values := .values -}}
{{- with .values.dynamicAllocation -}}
{{- if dig "enabled" true . -}}
{{- $min := dig "min" 0 . | int -}}
{{- $max := .max | int -}}
{{- if gt $min $max -}}
{{- include "common.validate.spark.add" (merge (dict "text" (printf ".dynamicAllocation.min: %d is more than max (%d); lower it" $min $max)) $with) -}}
{{- else if hasKey . "initial" -}}
{{- if or (lt (int .initial) $min) (gt (int .initial) $max) -}}
{{- include "common.validate.spark.add" (merge (dict "text" (printf ".dynamicAllocation.initial: %d is not between min (%d) and max (%d); change it or leave it out" (int .initial) $min $max)) $with) -}}
{{- end -}}
{{- end -}}
{{- if dig "executor" "instances" false $values -}}
{{- include "common.validate.spark.add" (merge (dict "text" ".executor.instances: dynamicAllocation decides how many there are; remove one of the two") $with) -}}
{{- end -}}
{{- if and (eq "decommission" (dig "shuffle" "tracking" .)) (not (dig "decommission" "enabled" true $values)) -}}
{{- include "common.validate.spark.add" (merge (dict "text" ".decommission.enabled: dynamicAllocation.shuffle: decommission needs it; leave it out, or use tracking") $with) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if and (hasKey .values "spot") (dig "spot" "enabled" true .values) -}}
{{- if not (dig "decommission" "enabled" true .values) -}}
{{- include "common.validate.spark.add" (merge (dict "text" ".decommission.enabled: spot nodes go at short notice, and what their executors hold would be computed again; leave it out") .) -}}
{{- end -}}
{{- if not (or .values.spot.nodeSelector .values.spot.tolerations) -}}
{{- include "common.validate.spark.add" (merge (dict "text" ".spot: nothing says which nodes these are; set nodeSelector or tolerations") .) -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* Driver and executor: where they run and how large they are. */}}
{{- define "common.validate.spark.pods" -}}
{{- $with := . -}}
{{- range $role := list "driver" "executor" "server" -}}
{{- $values := get $with.values $role | default dict -}}
{{- if and (dig "pod" "nodeSelector" false $with.values) (dig "pod" "nodeSelector" false $values) -}}
{{- include "common.validate.spark.add" (merge (dict "text" (printf ".%s.pod.nodeSelector: pod.nodeSelector of the job is set as well, and Spark takes one level only; move all of it to one" $role)) $with) -}}
{{- end -}}
{{- with $values.coreLimit -}}
{{- $defaults := dig "defaults" ($role | replace "server" "driver") dict $with.spark -}}
{{- $asked := $values.coreRequest | default $values.cores | default $defaults.coreRequest | default $defaults.cores | default 1 -}}
{{- if lt (include "common.spark.millicores" . | int) (include "common.spark.millicores" $asked | int) -}}
{{- include "common.validate.spark.add" (merge (dict "text" (printf ".%s.coreLimit: %v is less than the cores asked for (%v); raise it or leave it out" $role . $asked)) $with) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if eq .mode "kubeflow" -}}
{{- include "common.validate.spark.override" . -}}
{{- end -}}
{{- end }}

{{/* `500m` or `2` in thousandths. */}}
{{- define "common.spark.millicores" -}}
{{- $text := toString . -}}
{{- hasSuffix "m" $text | ternary (trimSuffix "m" $text | int) (mulf 1000 (trimSuffix "m" $text | float64) | int) -}}
{{- end }}

{{/* Fields that only the operator's webhook reads, which leaves pods with a template alone. */}}
{{- define "common.validate.spark.override" -}}
{{- $with := . -}}
{{- $spec := dig "override" "spec" dict .values -}}
{{- $path := ".override.spec" -}}
{{- if .values.schedule -}}
{{- $spec = dig "template" dict $spec -}}
{{- $path = ".override.spec.template" -}}
{{- end -}}
{{- range $key := list "volumes" "hadoopConfigMap" "sparkConfigMap" -}}
{{- if hasKey $spec $key -}}
{{- include "common.validate.spark.add" (merge (dict "text" (printf "%s.%s: the operator passes over it where pods have a template; use volumes and env, or driver.template and executor.template below it" $path $key)) $with) -}}
{{- end -}}
{{- end -}}
{{- range $role := list "driver" "executor" -}}
{{- $given := dig $role dict $spec -}}
{{- range $key := list "affinity" "configMaps" "dnsConfig" "env" "envFrom" "gpu" "hostAliases" "hostNetwork" "initContainers" "lifecycle" "memoryLimit" "nodeSelector" "podSecurityContext" "ports" "priorityClassName" "schedulerName" "securityContext" "shareProcessNamespace" "sidecars" "terminationGracePeriodSeconds" "tolerations" "volumeMounts" -}}
{{- if hasKey $given $key -}}
{{- include "common.validate.spark.add" (merge (dict "text" (printf "%s.%s.%s: the operator passes over it where pods have a template; use the job's own fields, or %s.template" $path $role $key $role)) $with) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}
