{{/* Sessions and the jobs in them. */}}
{{- define "common.validate.flinksessions" -}}
{{- $found := .found -}}
{{- $flink := .root.Values.flink | default dict -}}
{{- $sessions := $flink.sessions | default dict -}}
{{- range $name, $session := $sessions -}}
{{- if dig "enabled" true $session -}}
{{- $at := printf "flink.sessions.%s" $name -}}
{{- $full := printf "%s-%s" $.root.Values.global.pipeline.name $name -}}
{{- if gt (len $full) 45 -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s: the name %q has %d characters and Flink allows 45; shorten the session's or the pipeline's name" $at $full (len $full))) -}}
{{- end -}}
{{- if hasKey ($flink.jobs | default dict) $name -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s: a Flink job has the same name; give one of them another name" $at)) -}}
{{- end -}}
{{- if eq ($flink.mode | default "operator") "standalone" -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s: only the operator has sessions; give each job a cluster of its own, or set flink.mode to operator" $at)) -}}
{{- end -}}
{{- if dig "taskManager" "replicas" 0 $session -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.taskManager.replicas: a session has as many TaskManagers as its jobs ask for; remove it" $at)) -}}
{{- end -}}
{{- $part := dict "root" $.root "found" $found "flink" $flink "at" $at "entry" $session -}}
{{- include "common.validate.flinkconfiguration" $part -}}
{{- include "common.validate.flinkcluster" $part -}}
{{- end -}}
{{- end -}}
{{- range $name, $job := $flink.jobs -}}
{{- if and (dig "enabled" true $job) $job.session -}}
{{- include "common.validate.flinksessionjob" (dict "found" $found "at" (printf "flink.jobs.%s" $name) "job" $job "sessions" $sessions) -}}
{{- end -}}
{{- end -}}
{{- end }}

{{- define "common.validate.flinksessionjob" -}}
{{- $at := .at -}}
{{- $found := .found -}}
{{- $job := .job -}}
{{- $session := get .sessions $job.session | default (dict "enabled" false) -}}
{{- if not (dig "enabled" true $session) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.session: there is no session %q; add it to flink.sessions, or enable it there" $at $job.session)) -}}
{{- end -}}
{{- range $field := splitList " " "image flinkVersion flinkRelease filesystemPlugin env volumes pod serviceAccount jobManager taskManager highAvailability healthCheck ingress logging metrics rollback readyWithin disruptionBudgets" -}}
{{- if hasKey $job $field -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.%s: a job in a session runs in the session's pods; set it in flink.sessions.%s, or remove session" $at $field $job.session)) -}}
{{- end -}}
{{- end -}}
{{- range $field := splitList " " "sql delivery transactions reactive" -}}
{{- if hasKey $job $field -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.%s: only a job with a cluster of its own can have it; remove it, or remove session" $at $field)) -}}
{{- end -}}
{{- end -}}
{{- include "common.validate.flinksessionjob.jar" (dict "found" $found "at" $at "jar" ($job.jar | default "") "session" $job.session "schemes" ($session.jarSchemes | default (list "https"))) -}}
{{- end }}

{{/* The operator fetches it, by what it is told to allow and from public addresses alone. */}}
{{- define "common.validate.flinksessionjob.jar" -}}
{{- $scheme := regexFind "^[a-z0-9]+" .jar -}}
{{- $host := regexReplaceAll "^[a-z0-9]+://([^/]*@)?([^/:]*).*$" .jar "${2}" -}}
{{- if not (has $scheme .schemes) -}}
{{- include "common.validate.add" (dict "found" .found "problem" (printf "%s.jar: the operator fetches a session job's jar, and by %s only, not %s; put it there, or name the scheme in flink.sessions.%s.jarSchemes once the operator allows it" .at (join ", " .schemes) $scheme .session)) -}}
{{- else if and (has $scheme (list "http" "https")) (regexMatch "^(localhost|127\\.|10\\.|192\\.168\\.|169\\.254\\.|0\\.0\\.0\\.0|172\\.(1[6-9]|2[0-9]|3[01])\\.|\\[)" $host) -}}
{{- include "common.validate.add" (dict "found" .found "problem" (printf "%s.jar: the operator fetches from no private address such as %s; use a public name" .at $host)) -}}
{{- end -}}
{{- end }}
