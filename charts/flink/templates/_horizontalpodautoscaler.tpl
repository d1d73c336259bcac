{{/* Whether a job takes as many TaskManagers as it is given; empty where not. */}}
{{- define "flink.reactive" -}}
{{- if .values.reactive -}}
{{- if dig "enabled" true .values.reactive -}}
true
{{- end -}}
{{- end -}}
{{- end }}

{{/* Works on the scale subresource of the FlinkDeployment: its taskManager.replicas, which the chart leaves out. */}}
{{- define "flink.horizontalpodautoscaler" -}}
{{- if include "flink.reactive" . -}}
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
    apiVersion: flink.apache.org/v1beta1
    kind: FlinkDeployment
    name: {{ include "common.names.job" . | quote }}
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
