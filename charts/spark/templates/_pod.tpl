{{/*
The pod of a role, as a pod template that Spark completes with image, sizes
and command: the same in every mode, and no webhook has to change the pod.
Takes (dict "root" $ "job" name "values" values "role" <driver or executor>)
and, where they are known already, "configuration" <its Spark properties>.
*/}}
{{- define "spark.pod" -}}
{{- $pod := include "spark.pod.values" . | fromYaml -}}
{{- $isDriver := eq .role "driver" -}}
{{- $volumes := .values.volumes | default dict -}}
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
  serviceAccountName: {{ include "common.names.job" . | quote }}
  automountServiceAccountToken: {{ $isDriver }}
  {{- if and $isDriver .values.timeoutSeconds }}
  activeDeadlineSeconds: {{ .values.timeoutSeconds | int }}
  {{- end }}
  securityContext:
    {{- include "common.security.pod" 185 | nindent 4 }}
  {{- with include "common.pod.scheduling" (dict "root" .root "pod" $pod) }}
  {{- trim . | nindent 2 }}
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
      {{- include "spark.pod.container" . | nindent 6 }}
  {{- with printf "%s%s%s" (include "common.kafka.client.volumes" .) (include "common.storage.volumes" .root) (include "common.pod.volumes" $volumes) | fromYamlArray }}
  volumes:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}

{{/* Environment and mounts, which every container of a job has. */}}
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
  {{- with include "common.pod.env" .values.env }}
  {{- trim . | nindent 2 }}
  {{- end }}
{{- with include "common.storage.envfrom" .root }}
envFrom:
  {{- trim . | nindent 2 }}
{{- end }}
{{- with printf "%s%s%s" (include "common.kafka.client.mounts" .) (include "common.storage.mounts" .root) (include "common.pod.mounts" (.values.volumes | default dict)) | fromYamlArray }}
volumeMounts:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{/* `pod` of the job, then of the role, then what spot nodes ask for. */}}
{{- define "spark.pod.values" -}}
{{- $pod := deepCopy (.values.pod | default dict) -}}
{{- with get .values .role -}}
{{- $pod = mergeOverwrite $pod (deepCopy (.pod | default dict)) -}}
{{- end -}}
{{- with .values.spot -}}
{{- if dig "enabled" true . -}}
{{- if eq $.role "driver" -}}
{{- $stay := dict "cluster-autoscaler.kubernetes.io/safe-to-evict" "false" "karpenter.sh/do-not-disrupt" "true" -}}
{{- $_ := set $pod "annotations" (merge (dict) ($pod.annotations | default dict) $stay) -}}
{{- else -}}
{{- $_ := set $pod "nodeSelector" (merge (dict) ($pod.nodeSelector | default dict) (.nodeSelector | default dict)) -}}
{{- $_ := set $pod "tolerations" (merge (dict) ($pod.tolerations | default dict) (.tolerations | default dict)) -}}
{{- $_ := set $pod "terminationGracePeriodSeconds" ($pod.terminationGracePeriodSeconds | default 120) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toYaml $pod -}}
{{- end }}
