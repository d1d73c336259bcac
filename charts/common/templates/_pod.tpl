{{/*
Parts of a pod that several engines share. The values' maps become the lists
that Kubernetes wants, in the order of their keys.
*/}}

{{/* Environment variables. Takes the map `env`: a text, {secret, key} or {configMap, key}. */}}
{{- define "common.pod.env" -}}
{{- range $name, $value := . }}
- name: {{ $name | quote }}
  {{- if kindIs "string" $value }}
  value: {{ $value | quote }}
  {{- else if $value.secret }}
  valueFrom:
    secretKeyRef: { name: {{ $value.secret | quote }}, key: {{ $value.key | quote }} }
  {{- else }}
  valueFrom:
    configMapKeyRef: { name: {{ $value.configMap | quote }}, key: {{ $value.key | quote }} }
  {{- end }}
{{- end }}
{{- end }}

{{/* Volumes. Takes the map `volumes`. */}}
{{- define "common.pod.volumes" -}}
{{- range $name, $volume := . }}
{{- if dig "enabled" true $volume }}
- name: {{ $name | quote }}
  {{- if $volume.secret }}
  secret: { secretName: {{ $volume.secret | quote }} }
  {{- else if $volume.configMap }}
  configMap: { name: {{ $volume.configMap | quote }} }
  {{- else if $volume.claim }}
  persistentVolumeClaim: { claimName: {{ $volume.claim | quote }} }
  {{- else }}
  emptyDir: {{ $volume.emptyDir | default dict | toJson }}
  {{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Where containers see them. Takes the map `volumes`. */}}
{{- define "common.pod.mounts" -}}
{{- range $name, $volume := . }}
{{- if dig "enabled" true $volume }}
- name: {{ $name | quote }}
  mountPath: {{ $volume.mountPath | quote }}
  {{- if dig "readOnly" (or $volume.secret $volume.configMap | empty | not) $volume }}
  readOnly: true
  {{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Fields of a pod's spec about where it runs. Takes (dict "root" $ "pod" <values `pod`>). */}}
{{- define "common.pod.scheduling" -}}
{{- $pod := .pod | default dict -}}
{{- with .root.Values.global.imagePullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . | quote }}
  {{- end }}
{{- end }}
{{- with $pod.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $pod.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $pod.priorityClassName }}
priorityClassName: {{ . | quote }}
{{- end }}
{{- with $pod.terminationGracePeriodSeconds }}
terminationGracePeriodSeconds: {{ . | int }}
{{- end }}
{{- with include "common.pod.tolerations" $pod.tolerations | fromYamlArray }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "common.pod.tolerations" -}}
{{- range $name, $toleration := . }}
{{- if dig "enabled" true $toleration }}
- {{ omit $toleration "enabled" | toJson }}
{{- end }}
{{- end }}
{{- end }}
