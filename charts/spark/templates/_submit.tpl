{{/* What spark-submit is given in mode submit. */}}

{{/* The ConfigMap's files. Takes (dict "root" $ "job" name "values" values). */}}
{{- define "spark.submit.files" -}}
{{- $configuration := include "spark.configuration" . | fromYaml -}}
submit.sh: {{ .root.Files.Get "files/submit.sh" | toJson }}
spark.properties: {{ include "spark.properties" (include "spark.submit.properties" (dict "root" .root "job" .job "values" .values "configuration" $configuration) | fromYaml) | trim | toJson }}
{{- range $role := list "driver" "executor" }}
{{ $role }}.yaml: {{ include "spark.submit.template" (dict "root" $.root "job" $.job "values" $.values "role" $role "configuration" $configuration) | toJson }}
{{- end }}
{{- end }}

{{/* Every property of a run but those that differ from run to run. */}}
{{- define "spark.submit.properties" -}}
{{- $ours := dict
  "spark.app.name" (include "common.names.job" .)
  "spark.kubernetes.namespace" .root.Release.Namespace
  "spark.kubernetes.submission.waitAppCompletion" "true"
  "spark.kubernetes.report.interval" "60s"
-}}
{{- mergeOverwrite (include "spark.native.properties" . | fromYaml) $ours | toYaml -}}
{{- end }}

{{/* A pod template as spark-submit reads it; the driver goes with the Job that made it. */}}
{{- define "spark.submit.template" -}}
{{- $pod := include "spark.pod" . | fromYaml -}}
{{- if eq .role "driver" -}}
{{- $owner := dict "apiVersion" "batch/v1" "kind" "Job" "name" "@JOB@" "uid" "@JOB_UID@" -}}
{{- $_ := set $pod.metadata "ownerReferences" (list $owner) -}}
{{- end -}}
{{- mergeOverwrite (dict "apiVersion" "v1" "kind" "Pod") $pod | toYaml -}}
{{- end }}

{{/* The submitter's container. A `$` in an argument is the driver's to read. */}}
{{- define "spark.submit.container" -}}
{{- $class := .values.mainClass | empty | ternary list (list "--class" .values.mainClass) -}}
{{- $args := concat (list "/bin/bash" "/etc/runner/submit.sh") $class (list .values.main) (.values.args | default list) -}}
name: runner
image: {{ include "common.image" .values.image | quote }}
imagePullPolicy: IfNotPresent
# The image's entrypoint names the user first, which Hadoop insists on.
args:
  {{- range $args }}
  - {{ . | replace "$" "$$" | quote }}
  {{- end }}
env:
  - name: MASTER
    value: k8s://https://kubernetes.default.svc
  - name: FILES
    value: /etc/runner
  - name: SPARK_SUBMIT_OPTS
    value: -XX:+UseSerialGC -XX:MaxRAMPercentage=60
  {{- include "spark.runner.env" . | nindent 2 }}
  - name: DRIVER
    value: $(JOB)-driver
{{- end }}

{{/* How often a failed run is tried again; a streaming job always is. */}}
{{- define "spark.submit.retries" -}}
{{- $restart := .values.restart | default dict -}}
{{- $policy := $restart.policy | default (ternary "Always" "OnFailure" (.values.streaming | default false)) -}}
{{- dict "Never" 0 "OnFailure" (dig "retries" 2 $restart | int) "Always" 2147483647 | dig $policy 0 -}}
{{- end }}

{{- define "spark.submit.failures" -}}
{{- end }}

{{/* spark-submit makes the driver, its Service and ConfigMaps; Spark before 3.5 updates them where it now applies. */}}
{{- define "spark.submit.rules" -}}
- apiGroups: [""]
  resources: [pods]
  verbs: [get, list, watch, create, delete]
- apiGroups: [""]
  resources: [services, configmaps]
  verbs: [get, create, update, patch]
{{- end }}
