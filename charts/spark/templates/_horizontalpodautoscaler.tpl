{{/* Reading large event logs is work for a processor. */}}
{{- define "spark.history.horizontalpodautoscaler" -}}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  {{- .metadata | nindent 2 }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ include "spark.history.name" .root | quote }}
  minReplicas: {{ .values.autoscaling.min | default 1 }}
  maxReplicas: {{ .values.autoscaling.max }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target: { type: Utilization, averageUtilization: {{ .values.autoscaling.cpu | default 70 }} }
{{- end }}
