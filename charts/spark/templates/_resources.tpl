{{/* The values of a role (driver or executor) over those of `defaults`, as a text. Takes the context and "role". */}}
{{- define "spark.role.values" -}}
{{- merge (dict) (get .values .role | default dict) (get .root.Values.defaults .role) | toYaml -}}
{{- end }}

{{/*
Sizes of driver and executors as Spark properties, for the modes whose
operator has no fields for them. Takes (dict "root" $ "job" name "values" values).
*/}}
{{- define "spark.resources" -}}
{{- $context := . -}}
{{- $into := dict -}}
{{- range $role := list "driver" "executor" -}}
{{- $values := merge (dict) (get $context.values $role | default dict) (get $context.root.Values.defaults $role) -}}
{{- $_ := set $into (printf "spark.%s.cores" $role) (toString $values.cores) -}}
{{- $_ := set $into (printf "spark.%s.memory" $role) $values.memory -}}
{{- range $key, $property := dict "memoryOverhead" "spark.%s.memoryOverhead" "coreRequest" "spark.kubernetes.%s.request.cores" "coreLimit" "spark.kubernetes.%s.limit.cores" "javaOptions" "spark.%s.extraJavaOptions" -}}
{{- with get $values $key -}}
{{- $_ := set $into (printf $property $role) (toString .) -}}
{{- end -}}
{{- end -}}
{{- if and (eq $role "executor") (not (include "spark.allocation.dynamic" $context)) -}}
{{- $_ := set $into "spark.executor.instances" (toString $values.instances) -}}
{{- end -}}
{{- end -}}
{{- with .values.memoryOverheadFactor -}}
{{- $_ := set $into "spark.kubernetes.memoryOverheadFactor" (toString .) -}}
{{- end -}}
{{- toYaml $into -}}
{{- end }}

{{/* Whether Spark itself decides how many executors there are; empty where not. */}}
{{- define "spark.allocation.dynamic" -}}
{{- if and .values.dynamicAllocation (dig "enabled" true .values.dynamicAllocation) -}}
true
{{- end -}}
{{- end }}
