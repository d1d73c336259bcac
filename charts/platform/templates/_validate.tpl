{{/* What no schema sees, collected as in a pipeline's umbrella: "value path: problem; remedy". */}}
{{- define "platform.validate" -}}
{{- $found := dict "problems" list -}}
{{- include "common.validate.nulls" (dict "at" "" "value" (omit .Values "global" "common") "found" $found) -}}
{{- $known := include "platform.known" . | fromYaml -}}
{{- $names := include "platform.ordered" . | fromYamlArray -}}
{{- if not $names -}}
{{- include "common.validate.add" (dict "found" $found "problem" "operators: none is enabled; enable one") -}}
{{- end -}}
{{- range $name := $names -}}
{{- $of := dict "root" $ "found" $found "name" $name "at" (printf "operators.%s" $name) "is" (index $known $name) "wanted" (index $.Values.operators $name) -}}
{{- range $part := list "requires" "present" "watched" "tag" -}}
{{- include (printf "platform.validate.%s" $part) $of -}}
{{- end -}}
{{- end -}}
{{- if and .Values.monitoring.enabled (not (include "platform.there" (dict "root" . "name" "prometheus-operator-crds"))) -}}
{{- include "common.validate.add" (dict "found" $found "problem" "monitoring.enabled: PodMonitors need prometheus-operator-crds, which is neither enabled nor present; enable operators.prometheus-operator-crds, or add it to present where the cluster has it already") -}}
{{- end -}}
{{- with $found.problems -}}
{{- fail (printf "\n%d problem(s) in the values:\n- %s\n" (len .) (join "\n- " .)) -}}
{{- end -}}
{{- end }}

{{/* Not empty where the cluster has the operator or gets it. */}}
{{- define "platform.there" -}}
{{- if or (has .name .root.Values.present) (index .root.Values.operators .name).enabled }}yes{{ end -}}
{{- end }}

{{- define "platform.validate.requires" -}}
{{- $of := . -}}
{{- $webhook := and (eq .name "flink") (dig "webhook" "create" true (.wanted.values | default dict)) -}}
{{- range .is.requires -}}
{{- if and (or (ne $of.name "flink") $webhook) (not (include "platform.there" (dict "root" $of.root "name" .))) -}}
{{- $without := ternary ", or set operators.flink.values.webhook.create: false" "" $webhook -}}
{{- include "common.validate.add" (dict "found" $of.found "problem" (printf "%s: it needs %s, which is neither enabled nor present; enable operators.%s, or add it to present where the cluster has it already%s" $of.at . . $without)) -}}
{{- end -}}
{{- end -}}
{{- end }}

{{- define "platform.validate.present" -}}
{{- if has .name .root.Values.present -}}
{{- include "common.validate.add" (dict "found" .found "problem" (printf "present: %s is also to be installed, and two of one operator fight over its CRDs; remove it from present, or set %s.enabled: false" .name .at)) -}}
{{- end -}}
{{- end }}

{{- define "platform.validate.watched" -}}
{{- with .is.watch -}}
{{- $parts := splitList "." .namespaces -}}
{{- $values := $.wanted.values | default dict -}}
{{- range initial $parts -}}
{{- $values = index $values . | default dict -}}
{{- end -}}
{{- if hasKey $values (last $parts) -}}
{{- include "common.validate.add" (dict "found" $.found "problem" (printf "%s.values.%s: it is set from watchNamespaces; use %s.watchNamespaces" $.at .namespaces $.at)) -}}
{{- end -}}
{{- if not (or (hasKey . "all") $.wanted.watchNamespaces $.root.Values.watchNamespaces) -}}
{{- include "common.validate.add" (dict "found" $.found "problem" (printf "%s.watchNamespaces: without any it watches only its own; name the namespaces of its jobs" $.at)) -}}
{{- end -}}
{{- else -}}
{{- if .wanted.watchNamespaces -}}
{{- include "common.validate.add" (dict "found" .found "problem" (printf "%s.watchNamespaces: it always serves the whole cluster; remove it" .at)) -}}
{{- end -}}
{{- end -}}
{{- end }}

{{- define "platform.validate.tag" -}}
{{- if eq "latest" (dig "image" "tag" "" (.wanted.values | default dict)) -}}
{{- include "common.validate.add" (dict "found" .found "problem" (printf "%s.values.image.tag: latest is whatever was pushed last; name a version" .at)) -}}
{{- end -}}
{{- end }}
