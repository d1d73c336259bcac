{{/* What NOTES.txt says of Flink jobs without the operator: nobody else keeps their state through a change. */}}
{{- define "common.notes.flinkstandalone.next" -}}
{{- $jobs := include "common.notes.flinkstandalone.jobs" . | fromYamlArray }}

Before you change a Flink job, stop it with a savepoint and set its startFrom.path to what is printed:
{{- range $jobs }}
  kubectl --namespace {{ $.Release.Namespace }} exec {{ .name }}-jobmanager-0 -- sh -c 'flink stop --type native $FLINK_JOB_ID'
{{- end }}
{{- end }}

{{- define "common.notes.flinkstandalone.left" }}
  - ConfigMaps by which Flink finds its jobs again; installed again with the same values, a job goes on from them:
      {{ include "common.notes.flinkstandalone.configmaps" (dict "root" . "selector" "type=flink-native-kubernetes") }}
{{- end }}

{{- define "common.notes.flinkstandalone.beware" -}}
{{- $current := list -}}
{{- range include "common.notes.flinkstandalone.jobs" . | fromYamlArray -}}
{{- $current = append $current .clusterId -}}
{{- end -}}
A changed Flink job leaves the ConfigMaps of what it was; remove them, or going back to the same values goes back to that state:
  {{ include "common.notes.flinkstandalone.configmaps" (dict "root" . "selector" (printf "type=flink-native-kubernetes,app notin (%s)" (join "," $current))) }}
{{- end }}

{{- define "common.notes.flinkstandalone.configmaps" -}}
{{- $namespace := .root.Release.Namespace -}}
{{- $names := list -}}
{{- range include "common.notes.flinkstandalone.jobs" .root | fromYamlArray -}}
{{- $names = append $names .name -}}
{{- end -}}
kubectl --namespace {{ $namespace }} get configmaps --selector '{{ .selector }}' --output name | grep -E '/({{ join "|" $names }})-[0-9a-f]{8}-' | xargs -r kubectl --namespace {{ $namespace }} delete
{{- end }}

{{/* As YAML: name and clusterId of each job. */}}
{{- define "common.notes.flinkstandalone.jobs" -}}
{{- $root := .Subcharts.flink -}}
{{- range $name, $job := $root.Values.jobs }}
{{- if dig "enabled" true $job }}
{{- $self := dict "root" $root "job" $name "values" $job }}
- name: {{ include "common.names.job" $self | quote }}
  clusterId: {{ (include "flink.standalone" $self | fromYaml).clusterId | quote }}
{{- end }}
{{- end }}
{{- end }}
