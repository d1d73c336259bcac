{{/* REST and Flink's pages of a job without an operator, under the name that the operator gives them. */}}
{{- define "flink.service.rest" -}}
{{- include "flink.service.head" (dict "cluster" . "name" (printf "%s-rest" (include "common.names.job" .))) }}
  selector:
    {{- include "flink.standalone.selector" (merge (dict "component" "jobmanager") .) | nindent 4 }}
  ports:
    - { name: rest, port: 8081, targetPort: rest }
{{- end }}

{{/* The names of its pods. */}}
{{- define "flink.service.headless" -}}
{{- include "flink.service.head" (dict "cluster" . "name" (include "common.names.job" .)) }}
  clusterIP: None
  publishNotReadyAddresses: true
  selector:
    app: {{ include "common.names.job" . | quote }}
  ports:
    - { name: rpc, port: 6123, targetPort: rpc }
{{- end }}

{{- define "flink.service.head" -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ .name | quote }}
  namespace: {{ .cluster.root.Release.Namespace | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" .cluster.root "job" .cluster.job) | nindent 4 }}
spec:
{{- end }}
