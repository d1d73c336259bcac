{{/* What a Flink job cannot have without the operator, and what to do instead. */}}
{{- define "common.validate.flinkstandalone" -}}
{{- $flink := .root.Values.flink | default dict -}}
{{- if ne ($flink.mode | default "operator") "standalone" -}}
{{- range $name, $job := $flink.jobs -}}
{{- if and (kindIs "map" $job) (dig "enabled" true $job) $job.readOnlyRootFilesystem -}}
{{- include "common.validate.add" (dict "found" $.found "problem" (printf "flink.jobs.%s.readOnlyRootFilesystem: only mode standalone has folders of their own for what Flink writes; leave it out" $name)) -}}
{{- end -}}
{{- end -}}
{{- else -}}
{{- range $name, $job := dig "jobs" dict $flink -}}
{{- if and (kindIs "map" $job) (dig "enabled" true $job) -}}
{{- include "common.validate.flinkstandalone.job" (dict "root" $.root "found" $.found "flink" $flink "name" $name "job" $job "at" (printf "flink.jobs.%s" $name)) -}}
{{- end -}}
{{- end -}}
{{- range $name, $session := $flink.sessions -}}
{{- if and (kindIs "map" $session) (dig "enabled" true $session) -}}
{{- include "common.validate.add" (dict "found" $.found "problem" (printf "flink.sessions.%s: only the operator has sessions; give each job a cluster of its own" $name)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{- define "common.validate.flinkstandalone.job" -}}
{{- $found := .found -}}
{{- $at := .at -}}
{{- $job := .job -}}
{{- $object := printf "%s-%s" .root.Values.global.pipeline.name .name -}}
{{- if gt (len $object) 40 -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s: the StatefulSet %s-taskmanager has %d characters, and its pods cannot be labelled with more than 52; shorten the job's or the pipeline's name by %d" $at $object (add (len $object) 12) (sub (len $object) 40))) -}}
{{- end -}}
{{- $upgrade := $job.upgrade | default (ternary "stateless" "savepoint" (not (empty $job.startFrom))) -}}
{{- if ne $upgrade "stateless" -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.upgrade: %s needs the operator; set stateless, or leave upgrade out, stop the job with a savepoint (kubectl --namespace %s exec %s-jobmanager-0 -- sh -c 'flink stop --type native $FLINK_JOB_ID') and start from it (helm upgrade %s . --namespace %s -f values-%s.yaml --set flink.jobs.%s.startFrom.path=<the path it printed>)" $at $upgrade .root.Release.Namespace $object .root.Release.Name .root.Release.Namespace .root.Values.global.environment .name)) -}}
{{- end -}}
{{- $remedies := dict "autoscaler" "set parallelism, or reactive" "rollback" "use helm rollback with a startFrom of its own" "savepointOnDelete" "stop the job with a savepoint first" "drainOnDelete" "drain it as you stop it" "session" "leave it out" "healthCheck" "use alerts" "readyWithin" "use helm upgrade --wait --timeout" -}}
{{- range $field, $remedy := $remedies -}}
{{- with get $job $field -}}
{{- if not (and (kindIs "map" .) (eq (dig "enabled" true .) false)) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.%s: only the operator has it; %s" $at $field $remedy)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if dig "checkpoints" "savepointEvery" "" $job -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.checkpoints.savepointEvery: only the operator takes savepoints by itself; use a CronJob of your own" $at)) -}}
{{- end -}}
{{- $plugin := $job.filesystemPlugin | default (dig "defaults" "filesystemPlugin" "enable" .flink) -}}
{{- if and $job.readOnlyRootFilesystem (eq $plugin "enable") (has (include "common.storage.scheme" .root) (list "s3" "gs" "abfss")) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.readOnlyRootFilesystem: the entrypoint cannot switch the storage's plugin on then; use an image that has it among its plugins and set filesystemPlugin to image" $at)) -}}
{{- end -}}
{{- if not (dig "highAvailability" "enabled" true $job) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.highAvailability.enabled: without the operator TaskManagers find their JobManager through it; leave it out" $at)) -}}
{{- end -}}
{{- $slots := dig "taskManager" "slots" (dig "defaults" "taskManager" "slots" 1 .flink) $job | int -}}
{{- $parallelism := $job.parallelism | default 1 | int -}}
{{- with dig "taskManager" "replicas" 0 $job | int -}}
{{- if lt (mul . $slots) $parallelism -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.taskManager.replicas: %d TaskManagers of %d slots are too few for parallelism %d, and the job would wait for ever; raise it to %d" $at . $slots $parallelism (div (add $parallelism $slots -1) $slots))) -}}
{{- end -}}
{{- end -}}
{{- include "common.validate.flinkstandalone.storage" . -}}
{{- end }}

{{/* A JobManager that comes back finds its job only where the old one left it. */}}
{{- define "common.validate.flinkstandalone.storage" -}}
{{- $uri := .root.Values.global.storage.uri -}}
{{- if not $uri -}}
{{- include "common.validate.add" (dict "found" .found "problem" (printf "global.storage.uri: without the operator %s is found again only through storage that its pods share; set it" .at)) -}}
{{- else if hasPrefix "file://" $uri -}}
{{- $shared := false -}}
{{- range $volume := .job.volumes -}}
{{- if and $volume.claim (hasPrefix (printf "%s/" (trimSuffix "/" $volume.mountPath)) (printf "%s/" (trimPrefix "file://" $uri))) -}}
{{- $shared = true -}}
{{- end -}}
{{- end -}}
{{- if not $shared -}}
{{- include "common.validate.add" (dict "found" .found "problem" (printf "%s.volumes: %s is a folder of each pod for itself, and the job is not found again; mount a claim there that its pods share" .at $uri)) -}}
{{- end -}}
{{- end -}}
{{- end }}
