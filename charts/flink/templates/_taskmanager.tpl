{{/* TaskManagers of a job without an operator. Each takes what `flink.statefulset` does. */}}

{{- define "flink.args.taskmanager" -}}
{{- list "taskmanager"
  "-Dtaskmanager.host=$(POD_IP)"
  "-Dtaskmanager.resource-id=$(POD_NAME)"
  (printf "-Dkubernetes.cluster-id=%s" .standalone.clusterId)
  (printf "-Dhigh-availability.cluster-id=%s" .standalone.clusterId)
| toJson -}}
{{- end }}

{{- define "flink.ports.taskmanager" -}}
- { name: rpc, containerPort: 6122 }
- { name: data, containerPort: 6121 }
{{- end }}

{{- define "flink.probes.taskmanager" -}}
startupProbe:
  tcpSocket: { port: rpc }
  periodSeconds: 5
  failureThreshold: 60
livenessProbe:
  tcpSocket: { port: rpc }
  periodSeconds: 30
  timeoutSeconds: 5
  failureThreshold: 5
{{- end }}
