{{/* Folder of a job's state: `<uri>/<environment>/<job>`. Takes (dict "root" $ "job" name). */}}
{{- define "common.storage.job" -}}
{{ .root.Values.global.storage.uri | trimSuffix "/" }}/{{ .root.Values.global.environment }}/{{ .job }}
{{- end }}

{{/* s3, gs, abfss, hdfs or file; empty where there is no storage. Takes the root. */}}
{{- define "common.storage.scheme" -}}
{{- regexFind "^[a-z0-9]+" (.Values.global.storage.uri | default "") | replace "s3a" "s3" -}}
{{- end }}

{{/*
What every container that reads or writes the storage needs, whatever its
engine; each takes the root. Keys come as environment variables, but Google's
as a file; HDFS wants its configuration, and maybe a keytab.
*/}}
{{- define "common.storage.env" -}}
{{- if include "common.storage.keyfile" . }}
- name: GOOGLE_APPLICATION_CREDENTIALS
  value: /etc/storage/key.json
{{- end }}
{{- if dig "hadoop" "configMap" "" .Values.global.storage }}
- name: HADOOP_CONF_DIR
  value: /etc/hadoop/conf
{{- end }}
{{- end }}

{{- define "common.storage.envfrom" -}}
{{- with dig "credentials" "secret" "" .Values.global.storage -}}
{{- if not (include "common.storage.keyfile" $) }}
- secretRef:
    name: {{ . | quote }}
{{- end -}}
{{- end -}}
{{- end }}

{{- define "common.storage.volumes" -}}
{{- $storage := .Values.global.storage -}}
{{- with include "common.storage.keyfile" . }}
- name: storage
  secret: { secretName: {{ . | quote }} }
{{- end }}
{{- with dig "hadoop" "configMap" "" $storage }}
- name: hadoop
  configMap: { name: {{ . | quote }} }
{{- end }}
{{- with dig "hadoop" "kerberos" "secret" "" $storage }}
- name: kerberos
  secret: { secretName: {{ . | quote }} }
{{- end }}
{{- end }}

{{/* The JVM looks for krb5.conf in /etc. */}}
{{- define "common.storage.mounts" -}}
{{- $storage := .Values.global.storage -}}
{{- if include "common.storage.keyfile" . }}
- name: storage
  mountPath: /etc/storage
  readOnly: true
{{- end }}
{{- if dig "hadoop" "configMap" "" $storage }}
- name: hadoop
  mountPath: /etc/hadoop/conf
  readOnly: true
{{- end }}
{{- if dig "hadoop" "kerberos" "secret" "" $storage }}
- name: kerberos
  mountPath: /etc/kerberos
  readOnly: true
- name: kerberos
  mountPath: /etc/krb5.conf
  subPath: krb5.conf
  readOnly: true
{{- end }}
{{- end }}

{{/* The secret with Google's key; empty where there is none. */}}
{{- define "common.storage.keyfile" -}}
{{- if hasPrefix "gs://" .Values.global.storage.uri -}}
{{- dig "credentials" "secret" "" .Values.global.storage -}}
{{- end -}}
{{- end }}
