{{/* What NOTES.txt says of Spark: the next command, what is left behind, what cannot be undone. */}}
{{- define "common.notes.spark.next" -}}
{{- with .Values.spark }}
{{- if .enabled }}
{{- $namespace := $.Release.Namespace }}
{{- $pipeline := $.Values.global.pipeline.name }}
{{- $kinds := dict "kubeflow" "sparkapplications.sparkoperator.k8s.io,scheduledsparkapplications.sparkoperator.k8s.io" "apache" "sparkapplications.spark.apache.org,cronjobs,jobs" "submit" "cronjobs,jobs,pods" }}
See the Spark jobs work:
  kubectl --namespace {{ $namespace }} get {{ get $kinds (.mode | default "kubeflow") }} --selector headworks.dev/pipeline={{ $pipeline }}
{{- range $name, $server := .connect }}
{{- if dig "enabled" true $server }}
Open a Spark Connect session from a pod: sc://{{ $pipeline }}-{{ $name }}-server.{{ $namespace }}:15002
{{- end }}
{{- end }}
{{- if dig "historyServer" "enabled" false . }}
See what finished runs did, at http://localhost:18080:
  kubectl --namespace {{ $namespace }} port-forward service/{{ $pipeline }}-spark-history 18080
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- define "common.notes.spark.left" -}}
{{- with .Values.spark }}
{{- if and .enabled (dig "eventLog" "enabled" (hasPrefix "file:" $.Values.global.storage.uri | not) .) }}
  - event logs of Spark jobs, {{ with dig "eventLog" "dir" "" . }}in {{ . }}{{ else }}in the folder spark-events there{{ end }}
{{- end }}
{{- end }}
{{- end }}

{{- define "common.notes.spark.beware" -}}
{{- with .Values.spark }}
{{- if .enabled }}
{{- if ne (.mode | default "kubeflow") "kubeflow" }}
A Spark job without schedule runs again, under another name, when its spec
changes; a run of the old spec that still goes on is ended then.
{{- end }}
{{- range $name, $job := .jobs }}
{{- if and (dig "enabled" true $job) $job.timeToLiveSeconds (not $job.schedule) }}
The job {{ $name }} is deleted {{ $job.timeToLiveSeconds }} s after its end: Argo CD or Flux would make it again, and it would run again.
{{- end }}
{{- end }}
{{- if and .connect (eq (.mode | default "kubeflow") "kubeflow") }}
A running Spark Connect server keeps its old values after an upgrade: delete its pod to let it start with the new ones.
{{- end }}
{{- end }}
{{- end }}
{{- end }}
