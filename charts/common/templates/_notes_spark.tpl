{{/* What NOTES.txt says of Spark: the next command, what is left behind, what cannot be undone. */}}
{{- define "common.notes.spark.next" -}}
{{- if (.Values.spark).enabled }}
{{- $kinds := dict
  "kubeflow" "sparkapplications.sparkoperator.k8s.io,scheduledsparkapplications.sparkoperator.k8s.io"
  "apache" "sparkapplications.spark.apache.org,cronjobs,jobs"
  "submit" "cronjobs,jobs,pods"
}}
See the Spark jobs work:
  kubectl --namespace {{ .Release.Namespace }} get {{ get $kinds (.Values.spark.mode | default "kubeflow") }} --selector headworks.dev/pipeline={{ .Values.global.pipeline.name }}
{{- end }}
{{- end }}

{{- define "common.notes.spark.left" -}}
{{- end }}

{{- define "common.notes.spark.beware" -}}
{{- if and (.Values.spark).enabled (ne (.Values.spark.mode | default "kubeflow") "kubeflow") }}
A Spark job without schedule runs again, under another name, when its spec
changes; a run of the old spec that still goes on is ended then.
{{- end }}
{{- end }}
