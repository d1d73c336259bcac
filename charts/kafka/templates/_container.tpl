{{/* Kafka's container in a pool's pods, after its command. Takes (dict "root" $ "name" name "pool" pool). */}}
{{- define "kafka.statefulset.container" -}}
{{- $root := .root -}}
{{- $broker := has "broker" .pool.roles -}}
{{- $port := ternary 9091 9090 $broker -}}
env:
  - name: POD_NAME
    valueFrom:
      fieldRef: { fieldPath: metadata.name }
  - name: NODE_HOST
    value: $(POD_NAME).{{ $root.Values.global.kafka.cluster }}-nodes.{{ include "common.names.kafkaNamespace" $root }}.svc
  - name: ROLES
    value: {{ join "," .pool.roles }}
  - name: CLUSTER_ID
    value: {{ include "kafka.server.clusterId" $root }}
  {{- with $root.Values.cluster.metadataVersion }}
  - name: METADATA_VERSION
    value: {{ . | quote }}
  {{- end }}
  {{- if include "kafka.server.admin" $root }}
  - name: ADMIN_USER
    value: {{ $root.Values.cluster.statefulset.admin.user | quote }}
  {{- end }}
  # The other half is the page cache's.
  - name: KAFKA_HEAP_OPTS
    value: {{ with .pool.heap }}-Xms{{ . }} -Xmx{{ . }}{{ else }}-XX:InitialRAMPercentage=50 -XX:MaxRAMPercentage=50{{ end }}
  {{- include "kafka.metrics.env" $root | nindent 2 }}
  {{- include "kafka.statefulset.console" . | nindent 2 }}
ports:
  {{- if has "controller" .pool.roles }}
  - { name: controller, containerPort: 9090 }
  {{- end }}
  {{- if $broker }}
  - { name: replication, containerPort: 9091 }
  {{- range $name, $listener := include "kafka.server.listeners" $root | fromJson }}
  - { name: {{ $name }}, containerPort: {{ $listener.port }} }
  {{- end }}
  {{- end }}
  {{- if include "kafka.metrics.wanted" $root }}
  - { name: metrics, containerPort: 9404 }
  {{- end }}
# After an unclean end a broker reads its logs first: that may take an hour.
startupProbe:
  tcpSocket: { port: {{ $port }} }
  periodSeconds: 10
  failureThreshold: 360
livenessProbe:
  tcpSocket: { port: {{ $port }} }
  periodSeconds: 10
  failureThreshold: 6
readinessProbe:
  exec:
    command: [sh, /etc/kafka/node/ready.sh]
  periodSeconds: 10
  timeoutSeconds: 30
  failureThreshold: 3
resources:
  requests:
    cpu: {{ .pool.cpu | default 1 | toString | quote }}
    memory: {{ .pool.memory | default "4Gi" | quote }}
  limits:
    memory: {{ .pool.memory | default "4Gi" | quote }}
securityContext:
  {{- include "common.security.container" . | nindent 2 }}
  readOnlyRootFilesystem: true
volumeMounts:
  - { name: node, mountPath: /etc/kafka/node, readOnly: true }
  {{- range $disk := until (dig "storage" "volumes" 1 .pool | int) }}
  - { name: data-{{ $disk }}, mountPath: /var/lib/kafka/data-{{ $disk }} }
  {{- end }}
  {{- include "kafka.statefulset.mounts" $root | nindent 2 }}
  {{- include "kafka.metrics.mount" $root | nindent 2 }}
{{- end }}

{{/* Logs to the console, and none of garbage collection to a file. */}}
{{- define "kafka.statefulset.console" -}}
- name: LOG_DIR
  value: /tmp/logs
- name: KAFKA_LOG4J_OPTS
  value: -Dlog4j2.configurationFile=/etc/kafka/node/log4j2.yaml
- name: EXTRA_ARGS
  value: -name kafkaServer
{{- end }}
