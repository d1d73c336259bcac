{{/* What Spark's mode cannot do, does otherwise, or passes over in silence. */}}
{{- define "common.validate.sparkmodes" -}}
{{- $found := .found -}}
{{- $spark := .root.Values.spark | default dict -}}
{{- $mode := dig "mode" "kubeflow" $spark -}}
{{- range $name, $job := dig "jobs" dict $spark -}}
{{- if and (kindIs "map" $job) (dig "enabled" true $job) -}}
{{- $with := dict "job" $job "mode" $mode "problems" list -}}
{{- include "common.validate.sparkmodes.sections" $with -}}
{{- if ne $mode "kubeflow" -}}
{{- include "common.validate.sparkmodes.program" $with -}}
{{- include "common.validate.sparkmodes.ends" $with -}}
{{- include (printf "common.validate.sparkmodes.%s" $mode) $with -}}
{{- end -}}
{{- range $with.problems -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "spark.jobs.%s.%s" $name .)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{- define "common.validate.sparkmodes.add" -}}
{{- $_ := set .with "problems" (append .with.problems .text) -}}
{{- end }}

{{- define "common.validate.sparkmodes.sections" -}}
{{- if and .job.apache (ne .mode "apache") -}}
{{- include "common.validate.sparkmodes.add" (dict "with" . "text" (printf "apache: only Apache's operator knows it, and spark.mode is %s; remove it" .mode)) -}}
{{- end -}}
{{- if and .job.runner (eq .mode "kubeflow") -}}
{{- include "common.validate.sparkmodes.add" (dict "with" . "text" "runner: Kubeflow's operator starts runs by itself; remove it") -}}
{{- end -}}
{{- if and .job.runner (eq .mode "apache") (not .job.schedule) -}}
{{- include "common.validate.sparkmodes.add" (dict "with" . "text" "runner: Apache's operator starts a run without schedule by itself; add schedule or remove it") -}}
{{- end -}}
{{- if and (dig "runner" "cronJob" "override" dict .job) (eq .mode "submit") -}}
{{- include "common.validate.sparkmodes.add" (dict "with" . "text" "runner.cronJob: in mode submit the job's own override is of the CronJob; use that") -}}
{{- end -}}
{{- end }}

{{- define "common.validate.sparkmodes.program" -}}
{{- $with := . -}}
{{- $ending := regexFind "[.](py|R)$" .job.main -}}
{{- if and (not .job.mainClass) (has (dig "type" (ternary "Java" "Python" (empty $ending)) .job) (list "Java" "Scala")) -}}
{{- include "common.validate.sparkmodes.add" (dict "with" . "text" (printf "mainClass: nobody reads the jar's manifest in mode %s; name the class" .mode)) -}}
{{- end -}}
{{- $decided := list "spark.kubernetes.driver.podTemplateContainerName" "spark.kubernetes.executor.podTemplateContainerName" -}}
{{- if eq .mode "submit" -}}
{{- $decided = concat $decided (list "spark.app.name" "spark.submit.deployMode" "spark.kubernetes.driver.pod.name" "spark.kubernetes.submission.waitAppCompletion" "spark.kubernetes.report.interval") -}}
{{- end -}}
{{- range $key, $value := dig "sparkConf" dict .job -}}
{{- if or (has $key $decided) (hasPrefix "spark.kubernetes.driver.service.label.headworks.dev/" $key) -}}
{{- include "common.validate.sparkmodes.add" (dict "with" $with "text" (printf "sparkConf.%s: mode %s sets it by itself; remove it" $key $with.mode)) -}}
{{- end -}}
{{- end -}}
{{- end }}

{{- define "common.validate.sparkmodes.ends" -}}
{{- if and .job.timeToLiveSeconds (not .job.schedule) -}}
{{- include "common.validate.sparkmodes.add" (dict "with" . "text" "timeToLiveSeconds: the next upgrade makes a run again that is gone, and it runs again; remove it, or give the job a schedule") -}}
{{- end -}}
{{- if and .job.schedule (eq "Always" (dig "restart" "policy" "" .job)) -}}
{{- include "common.validate.sparkmodes.add" (dict "with" . "text" "restart.policy: a run that is always started again never ends, and the schedule waits for it; use OnFailure") -}}
{{- end -}}
{{- end }}

{{- define "common.validate.sparkmodes.submit" -}}
{{- $with := . -}}
{{- range $key := list "intervalSeconds" "submissionRetries" "submissionIntervalSeconds" -}}
{{- if hasKey (dig "restart" dict $with.job) $key -}}
{{- include "common.validate.sparkmodes.add" (dict "with" $with "text" (printf "restart.%s: a Job doubles its pause after each failure and counts submissions as tries; remove it" $key)) -}}
{{- end -}}
{{- end -}}
{{- if and (eq "Always" (dig "restart" "policy" "" .job)) (not .job.schedule) (not .job.streaming) -}}
{{- include "common.validate.sparkmodes.add" (dict "with" . "text" "restart.policy: a Job that ended well is not started again; use OnFailure, or streaming: true") -}}
{{- end -}}
{{- end }}

{{- define "common.validate.sparkmodes.apache" -}}
{{- if and .job.suspend (not .job.schedule) -}}
{{- include "common.validate.sparkmodes.add" (dict "with" . "text" "suspend: Apache's operator cannot; enabled: false ends the job") -}}
{{- end -}}
{{- end }}
