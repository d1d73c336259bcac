{{/*
Rules of the Flink operator for whatever has pods of its own, applied before
anything is installed.
Takes (dict "root" $ "found" map "flink" <values> "at" path "entry" <job or session>).
*/}}
{{- define "common.validate.flinkcluster" -}}
{{- $at := .at -}}
{{- $found := .found -}}
{{- $entry := .entry -}}
{{- $defaults := .flink.defaults | default dict -}}
{{- $available := and .root.Values.global.storage.uri (dig "highAvailability" "enabled" true $entry) -}}
{{- $replicas := dig "jobManager" "replicas" (dig "jobManager" "replicas" 1 $defaults) $entry | int -}}
{{- if not $available -}}
{{- $remedy := "set global.storage.uri and leave highAvailability enabled" -}}
{{- if gt $replicas 1 -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.jobManager.replicas: %d JobManagers need high availability; %s" $at $replicas $remedy)) -}}
{{- end -}}
{{- if $entry.rollback -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.rollback: going back needs high availability; %s" $at $remedy)) -}}
{{- end -}}
{{- if eq ($entry.upgrade | default "") "last-state" -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.upgrade: last-state is what high availability keeps; %s" $at $remedy)) -}}
{{- end -}}
{{- end -}}
{{- with $entry.ingress -}}
{{- if and (dig "enabled" true .) (not .tls) (ne (include "common.profile" $.root) "dev") -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.ingress.tls: whoever reads along could run code, and profile %s does not allow it; name a host and its secret" $at (include "common.profile" $.root))) -}}
{{- end -}}
{{- end -}}
{{- with $entry.logging -}}
{{- if and .log4j (or .level .loggers) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.logging.log4j: a whole file leaves no room for level and loggers; keep one of them" $at)) -}}
{{- end -}}
{{- end -}}
{{- $backend := dig "state" "backend" (dig "state" "backend" "rocksdb" $defaults) $entry -}}
{{- if and (dig "state" "local" false $entry) (ne $backend "rocksdb") -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.state.local: the backend %s keeps nothing on disk; remove it, or set state.backend to rocksdb" $at $backend)) -}}
{{- end -}}
{{- end }}
