{{/* Whether a job takes as many TaskManagers as it is given; empty where not. */}}
{{- define "flink.reactive" -}}
{{- include "common.flink.has" (dict "values" .values "part" "reactive") -}}
{{- end }}

{{/*
Works on the scale subresource of the FlinkDeployment (its taskManager.replicas)
or of the TaskManagers' StatefulSet, whose replicas the chart leaves out. A
suspended job without an operator has none: its pods are not to come back.
*/}}
{{- define "flink.horizontalpodautoscaler" -}}
{{- $operated := eq .root.Values.mode "operator" -}}
{{- if and (include "flink.reactive" .) (or $operated (not .values.suspended)) -}}
{{- $reactive := .values.reactive -}}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: {{ include "common.names.job" . | quote }}
  namespace: {{ .root.Release.Namespace | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" .root "job" .job) | nindent 4 }}
spec:
  scaleTargetRef:
    {{- if $operated }}
    apiVersion: flink.apache.org/v1beta1
    kind: FlinkDeployment
    name: {{ include "common.names.job" . | quote }}
    {{- else }}
    apiVersion: apps/v1
    kind: StatefulSet
    name: {{ include "common.names.job" . }}-taskmanager
    {{- end }}
  minReplicas: {{ $reactive.min | default 1 | int }}
  maxReplicas: {{ $reactive.max | int }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: {{ $reactive.cpu | default 70 | int }}
  # Each step restarts the job: up soon, down late, one at a time.
  behavior:
    scaleUp:
      stabilizationWindowSeconds: 60
    scaleDown:
      stabilizationWindowSeconds: 600
      policies:
        - { type: Pods, value: 1, periodSeconds: 300 }
{{- end -}}
{{- end }}
