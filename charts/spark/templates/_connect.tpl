{{/* A Spark Connect server: sessions of clients share its executors. Takes (dict "root" $ "job" name "values" values). */}}
{{- define "spark.connect" -}}
{{- $server := merge (dict) (.values.server | default dict) .root.Values.defaults.driver -}}
{{- $executor := merge (dict) (.values.executor | default dict) .root.Values.defaults.executor -}}
{{- $configuration := dict -}}
{{- include "spark.configuration.fill" (merge (dict "into" $configuration) .) -}}
{{- $context := dict "root" .root "job" .job "values" .values "configuration" $configuration -}}
apiVersion: sparkoperator.k8s.io/v1alpha1
kind: SparkConnect
metadata:
  {{- include "spark.jobmetadata" . | nindent 2 }}
spec:
  sparkVersion: {{ .values.sparkVersion | default .root.Values.defaults.sparkVersion | quote }}
  image: {{ include "common.image" .values.image | quote }}
  {{- with include "spark.application.allocation" $configuration }}
  {{- trim . | nindent 2 }}
  {{- end }}
  sparkConf:
    {{- include "spark.connect.configuration" (dict "configuration" $configuration "server" $server "executor" $executor) | trim | nindent 4 }}
  server:
    cores: {{ $server.cores }}
    memory: {{ $server.memory | quote }}
    template:
      {{- include "spark.pod" (merge (dict "role" "driver" "server" $server) $context) | nindent 6 }}
  executor:
    cores: {{ $executor.cores }}
    memory: {{ $executor.memory | quote }}
    {{- if not (include "spark.allocation.dynamic" .) }}
    instances: {{ $executor.instances }}
    {{- end }}
    template:
      {{- include "spark.pod" (merge (dict "role" "executor") $context) | nindent 6 }}
{{- end }}

{{/*
The operator joins properties into the text of a shell script, so what a shell
would read as anything but itself is quoted here. Sizes that the resource has
no fields for are properties, too.
*/}}
{{- define "spark.connect.configuration" -}}
{{- $all := omit .configuration "spark.dynamicAllocation.enabled" "spark.dynamicAllocation.minExecutors" "spark.dynamicAllocation.initialExecutors" "spark.dynamicAllocation.maxExecutors" "spark.dynamicAllocation.shuffleTracking.enabled" -}}
{{- range $key, $property := dict "memoryOverhead" "spark.executor.memoryOverhead" "coreRequest" "spark.kubernetes.executor.request.cores" "coreLimit" "spark.kubernetes.executor.limit.cores" "javaOptions" "spark.executor.extraJavaOptions" -}}
{{- with get $.executor $key -}}
{{- $_ := set $all $property (toString .) -}}
{{- end -}}
{{- end -}}
{{- with .server.javaOptions -}}
{{- $_ := set $all "spark.driver.extraJavaOptions" . -}}
{{- end -}}
{{- range $key, $value := $all }}
{{ $key | quote }}: {{ regexMatch "^[A-Za-z0-9_./:,=@%+-]*$" $value | ternary $value (printf "'%s'" (replace "'" "'\\''" $value)) | quote }}
{{- end }}
{{- end }}

{{/* What the server's container has beyond a driver's: the operator gives it no size and no probes. */}}
{{- define "spark.connect.container" -}}
{{- $heap := include "spark.memory.mebibytes" .memory | int -}}
{{- $least := printf "%dm" (max 384 (div $heap 10) | int) -}}
{{- $memory := add $heap (include "spark.memory.mebibytes" (.memoryOverhead | default $least)) -}}
ports:
  - { name: connect, containerPort: 15002 }
  - { name: spark-ui, containerPort: 4040 }
resources:
  requests:
    cpu: {{ .coreRequest | default .cores | toString | quote }}
    memory: {{ $memory }}Mi
  limits:
    {{- with .coreLimit }}
    cpu: {{ . | toString | quote }}
    {{- end }}
    memory: {{ $memory }}Mi
startupProbe:
  tcpSocket: { port: 15002 }
  periodSeconds: 5
  failureThreshold: 36
readinessProbe:
  tcpSocket: { port: 15002 }
livenessProbe:
  tcpSocket: { port: 15002 }
  periodSeconds: 30
{{- end }}

{{/* Spark's `2g` and `512m` in MiB. */}}
{{- define "spark.memory.mebibytes" -}}
{{- hasSuffix "g" . | ternary (mul 1024 (trimSuffix "g" . | int)) (trimSuffix "m" . | int) -}}
{{- end }}
