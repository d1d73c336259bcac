{{/* The image's entrypoint makes the user known, then runs what it is given. */}}
{{- define "spark.history.deployment" -}}
{{- $volumes := .values.volumes | default dict -}}
{{- $pod := .values.pod | default dict -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  {{- .metadata | nindent 2 }}
spec:
  {{- if not (dig "autoscaling" "enabled" false .values) }}
  replicas: {{ .values.replicas }}
  {{- end }}
  selector:
    matchLabels:
      {{- include "spark.history.select" .root | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "common.labels.stable" (dict "root" .root "component" "spark-history") | nindent 8 }}
        {{- with include "common.identity.labels" .root }}
        {{- trim . | nindent 8 }}
        {{- end }}
        {{- with $pod.labels }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
      annotations:
        headworks.dev/configuration: {{ include "spark.history.configuration" . | sha256sum | trunc 16 | quote }}
        {{- with $pod.annotations }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
    spec:
      serviceAccountName: {{ include "spark.history.name" .root | quote }}
      automountServiceAccountToken: false
      securityContext:
        {{- include "common.security.pod" 185 | nindent 8 }}
      {{- with include "common.pod.scheduling" (dict "root" .root "pod" $pod) }}
      {{- trim . | nindent 6 }}
      {{- end }}
      containers:
        - name: history-server
          image: {{ include "common.image" .values.image | quote }}
          imagePullPolicy: IfNotPresent
          args: [/opt/spark/bin/spark-class, org.apache.spark.deploy.history.HistoryServer, --properties-file, /etc/spark/history.properties]
          ports:
            - { name: http, containerPort: 18080 }
          env:
            - name: SPARK_DAEMON_MEMORY
              value: {{ .values.memory | quote }}
            {{- with include "common.storage.env" .root }}
            {{- trim . | nindent 12 }}
            {{- end }}
            {{- with include "common.pod.env" .values.env }}
            {{- trim . | nindent 12 }}
            {{- end }}
          {{- with include "common.storage.envfrom" .root }}
          envFrom:
            {{- trim . | nindent 12 }}
          {{- end }}
          resources:
            {{- toYaml .values.resources | nindent 12 }}
          startupProbe:
            httpGet: { path: /api/v1/version, port: http }
            periodSeconds: 5
            failureThreshold: 36
          readinessProbe:
            httpGet: { path: /api/v1/version, port: http }
          livenessProbe:
            httpGet: { path: /api/v1/version, port: http }
            periodSeconds: 30
            timeoutSeconds: 5
          securityContext:
            {{- include "common.security.container" . | nindent 12 }}
          volumeMounts:
            - { name: configuration, mountPath: /etc/spark, readOnly: true }
            - { name: store, mountPath: /var/lib/spark-history }
            {{- with include "common.storage.mounts" .root }}
            {{- trim . | nindent 12 }}
            {{- end }}
            {{- with include "common.pod.mounts" $volumes }}
            {{- trim . | nindent 12 }}
            {{- end }}
      volumes:
        - name: configuration
          configMap: { name: {{ include "spark.history.name" .root | quote }} }
        - name: store
          emptyDir: { sizeLimit: 5Gi }
        {{- with include "common.storage.volumes" .root }}
        {{- trim . | nindent 8 }}
        {{- end }}
        {{- with include "common.pod.volumes" $volumes }}
        {{- trim . | nindent 8 }}
        {{- end }}
{{- end }}

{{- define "spark.history.deployment.overridden" -}}
{{ include "common.overridden" (dict "object" (include "spark.history.deployment" .) "override" .values.override) }}
{{- end }}
