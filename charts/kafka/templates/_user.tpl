{{/* A user beside the jobs'. Takes (dict "root" $ "name" key "user" values). */}}
{{- define "kafka.user" -}}
{{- $name := .user.name | default (include "common.names.client" (dict "root" .root "job" .name)) -}}
{{- include "common.kafkauser.object" (dict "root" .root "name" $name) }}
  {{- $authentication := .user.authentication | default .root.Values.global.kafka.authentication }}
  {{- if ne $authentication "none" }}
  authentication:
    type: {{ $authentication }}
  {{- end }}
  {{- with include "kafka.user.acls" . | trim }}
  authorization:
    type: simple
    acls:
      {{- . | nindent 6 }}
  {{- end }}
  {{- with .user.quotas }}
  quotas:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}

{{- define "kafka.user.acls" -}}
{{- include "common.kafkauser.topics" (dict "root" .root "values" .user) }}
{{- range .user.groups }}
- resource: { type: group, name: {{ . | quote }}, patternType: prefix }
  operations: [Read, Describe]
{{- end }}
{{- range $rule, $acl := .user.acls }}
{{- if dig "enabled" true $acl }}
- resource:
    type: {{ $acl.resource }}
    {{- if ne $acl.resource "cluster" }}
    name: {{ $acl.name | quote }}
    patternType: {{ $acl.patternType | default "literal" }}
    {{- end }}
  operations: {{ toJson $acl.operations }}
  {{- with $acl.type }}
  type: {{ . }}
  {{- end }}
  {{- with $acl.host }}
  host: {{ . | quote }}
  {{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* The user of a Connect cluster: its own topics and group, and what its connectors read and write. */}}
{{- define "kafka.connect.user" -}}
{{- $client := include "common.names.client" . -}}
{{- include "common.kafkauser.object" (dict "root" .root "name" $client) }}
  authentication:
    type: {{ .root.Values.global.kafka.authentication }}
  authorization:
    type: simple
    acls:
      - resource: { type: topic, name: {{ include "common.names.kafkaTopic" (dict "root" .root "topic" (printf "%s-" $client)) | quote }}, patternType: prefix }
        operations: [Read, Write, Create, Describe, DescribeConfigs]
      - resource: { type: group, name: {{ $client | quote }}, patternType: prefix }
        operations: [Read, Describe]
      {{- if hasKey (.values.config | default dict) "exactly.once.source.support" }}
      - resource: { type: transactionalId, name: {{ $client | quote }}, patternType: prefix }
        operations: [Write, Describe]
      - resource: { type: transactionalId, name: "connect-cluster-{{ $client }}", patternType: literal }
        operations: [Write, Describe]
      {{- end }}
      {{- include "common.kafkauser.topics" (dict "root" .root "values" (include "kafka.connect.topics" .values.connectors | fromYaml)) | nindent 6 }}
{{- end }}

{{/* What all connectors read and write, each topic once. Takes the map `connectors`. */}}
{{- define "kafka.connect.topics" -}}
{{- $reads := list -}}
{{- $writes := list -}}
{{- range . -}}
{{- if dig "enabled" true . -}}
{{- $reads = concat $reads (.reads | default list) -}}
{{- $writes = concat $writes (.writes | default list) -}}
{{- end -}}
{{- end -}}
{{ dict "reads" (uniq $reads) "writes" (uniq $writes) | toYaml }}
{{- end }}
