{{/* `helm test` of a runner: its ServiceAccount may do what starting and following a run takes. */}}
{{- define "spark.runner.testpod" -}}
{{- $needs := list -}}
{{- range $rule := include (printf "spark.%s.rules" .root.Values.mode) . | fromYamlArray -}}
{{- range $resource := $rule.resources -}}
{{- range $verb := $rule.verbs -}}
{{- $needs = append $needs (printf "%s:%s:%s" $verb $resource (first $rule.apiGroups) | trimSuffix ":") -}}
{{- end -}}
{{- end -}}
{{- end -}}
apiVersion: v1
kind: Pod
metadata:
  {{- include "common.test.metadata" (dict "root" .root "job" .job "name" (printf "%s-test" (include "spark.runner.account" .))) | nindent 2 }}
spec:
  restartPolicy: Never
  serviceAccountName: {{ include "spark.runner.account" . | quote }}
  securityContext:
    {{- include "common.security.pod" 65534 | nindent 4 }}
  {{- with include "common.pod.scheduling" (dict "root" .root "pod" (.values.pod | default dict)) }}
  {{- trim . | nindent 2 }}
  {{- end }}
  containers:
    - name: permissions
      image: {{ include "common.test.image" .root | quote }}
      imagePullPolicy: IfNotPresent
      command:
        - sh
        - -ec
        - |
          {{- .root.Files.Get "files/permissions-test.sh" | trim | nindent 10 }}
      env:
        - { name: API_SERVER, value: 'https://kubernetes.default.svc' }
        - { name: ACCOUNT, value: /var/run/secrets/kubernetes.io/serviceaccount }
        - { name: ROLE, value: runner }
        - name: NEEDS
          value: {{ join " " $needs | quote }}
      {{- include "spark.testpod.resources" "64Mi" | nindent 6 }}
      securityContext:
        {{- include "common.security.container" . | nindent 8 }}
{{- end }}
