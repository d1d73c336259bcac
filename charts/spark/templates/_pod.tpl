{{/*
The pod of a role, as a pod template that Spark completes with image, sizes
and command: the same in every mode, and no webhook has to change the pod.
Takes (dict "root" $ "job" name "values" values "role" <driver or executor>)
and, where they are known already, "configuration" (its Spark properties) and
"container" (what spark.pod.container gives).
*/}}
{{- define "spark.pod" -}}
{{- $pod := dict -}}
{{- include "spark.pod.values" (dict "values" .values "role" .role "into" $pod) -}}
{{- $isDriver := eq .role "driver" -}}
metadata:
  labels:
    {{- include "common.labels.stable" (dict "root" .root "job" .job) | nindent 4 }}
    {{- with include "common.identity.labels" .root }}
    {{- trim . | nindent 4 }}
    {{- end }}
    {{- with $pod.labels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- with $pod.annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  {{- include "spark.pod.place" (dict "root" .root "job" .job "pod" $pod "driver" $isDriver) | nindent 2 }}
  {{- if and $isDriver .values.timeoutSeconds }}
  activeDeadlineSeconds: {{ .values.timeoutSeconds | int }}
  {{- end }}
  {{- if $isDriver }}
  {{- with include "spark.eventlog.container" . }}
  initContainers:
    - {{ . | nindent 6 | trim }}
  {{- end }}
  {{- end }}
  containers:
    - name: spark-kubernetes-{{ .role }}
      securityContext:
        {{- include "common.security.container" . | nindent 8 }}
      {{- with .server }}
      {{- include "spark.connect.container" . | nindent 6 }}
      {{- end }}
      {{- .container | default (include "spark.pod.container" .) | nindent 6 }}
  {{- include "spark.pod.volumes" . | nindent 2 }}
{{- end }}

{{/* Who a pod is and where it runs. Takes (dict "root" $ "job" name "pod" map "driver" bool). */}}
{{- define "spark.pod.place" -}}
serviceAccountName: {{ include "common.names.job" . | quote }}
automountServiceAccountToken: {{ .driver }}
securityContext:
  {{- include "common.security.pod" 185 | nindent 2 }}
{{- with include "common.pod.scheduling" (dict "root" .root "pod" .pod) }}
{{ trim . }}
{{- end }}
{{- end }}

{{- define "spark.pod.volumes" -}}
{{- with printf "%s%s%s" (include "common.kafka.client.volumes" .) (include "common.storage.volumes" .root) (include "common.pod.volumes" .values.volumes) | trim -}}
volumes:
  {{- . | nindent 2 }}
{{- end }}
{{- end }}

{{/* Environment and mounts, which every container of a job has. "env" may hold more variables, as YAML. */}}
{{- define "spark.pod.container" -}}
env:
  {{- include "common.kafka.client.env" . | nindent 2 }}
  {{- with include "common.storage.env" .root }}
  {{- trim . | nindent 2 }}
  {{- end }}
  {{- if .values.streaming }}
  - name: CHECKPOINT_LOCATION
    value: {{ include "spark.checkpoints" . | quote }}
  {{- end }}
  {{- with .env }}
  {{- . | nindent 2 }}
  {{- end }}
  {{- with include "common.pod.env" .values.env }}
  {{- trim . | nindent 2 }}
  {{- end }}
{{- with include "common.storage.envfrom" .root }}
envFrom:
  {{- trim . | nindent 2 }}
{{- end }}
{{- with printf "%s%s%s" (include "common.kafka.client.mounts" .) (include "common.storage.mounts" .root) (include "common.pod.mounts" .values.volumes) | trim }}
volumeMounts:
  {{- . | nindent 2 }}
{{- end }}
{{- end }}

{{/* `pod` of the job, then of the role, then what spot nodes ask for. Takes (dict "values" "role" "into" map). */}}
{{- define "spark.pod.values" -}}
{{- $into := .into -}}
{{- range list .values.pod (get .values .role | default dict).pod -}}
{{- range $key, $value := . -}}
{{- if kindIs "map" $value -}}
{{- $_ := set $into $key (merge (dict) $value (get $into $key | default dict)) -}}
{{- else -}}
{{- $_ := set $into $key $value -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- $spot := .values.spot | default dict -}}
{{- if and $spot (dig "enabled" true $spot) -}}
{{- if eq .role "driver" -}}
{{- $stay := dict "cluster-autoscaler.kubernetes.io/safe-to-evict" "false" "karpenter.sh/do-not-disrupt" "true" -}}
{{- $_ := set $into "annotations" (merge (dict) ($into.annotations | default dict) $stay) -}}
{{- else -}}
{{- range $key := list "nodeSelector" "tolerations" -}}
{{- $_ := set $into $key (merge (dict) (get $into $key | default dict) (get $spot $key | default dict)) -}}
{{- end -}}
{{- $_ := set $into "terminationGracePeriodSeconds" ($into.terminationGracePeriodSeconds | default 120) -}}
{{- end -}}
{{- end -}}
{{- end }}
