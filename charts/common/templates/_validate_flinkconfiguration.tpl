{{/*
Keys of flinkConfiguration that the chart, the operator or the other spelling of
Flink's two major versions would contradict.
Takes (dict "root" $ "found" map "flink" <values> "at" path "entry" <job or session>).
*/}}
{{- define "common.validate.flinkconfiguration" -}}
{{- $at := .at -}}
{{- $found := .found -}}
{{- with .entry.flinkConfiguration -}}
{{- $version := $.entry.flinkVersion | default (dig "defaults" "flinkVersion" "v2_1" $.flink) -}}
{{- $major := include "common.flink.major" $version -}}
{{- $replaced := include "common.flink.replaced" $ | fromYaml -}}
{{- $spelt := include "common.flink.spelt" $ | fromYaml -}}
{{- range $key, $value := . -}}
{{- $problem := "" -}}
{{- with get $replaced $key -}}
{{- $problem = printf "%s; remove it" . -}}
{{- end -}}
{{- range $old, $new := $spelt -}}
{{- $wrong := ternary $old $new (eq $major "2") -}}
{{- if eq $key $wrong -}}
{{- $problem = printf "Flink %s reads %s; %s" $major (ternary $new $old (eq $major "2")) ($problem | default "rename it") -}}
{{- end -}}
{{- end -}}
{{- if regexMatch "(access[.-]key|secret[.-]key|^fs\\.azure\\.account\\.key\\.)" $key -}}
{{- $problem = "a key here would be in Git and on Flink's page; name a secret in global.storage.credentials.secret" -}}
{{- end -}}
{{- if and (eq $key "kubernetes.operator.jm-deployment-recovery.enabled") (include "common.flink.has" (dict "values" $.entry "part" "healthCheck")) (ne (toString $value) "true") -}}
{{- $problem = "the health check needs recovery; remove it" -}}
{{- end -}}
{{- with $problem -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.flinkConfiguration.%s: %s" $at $key .)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* Keys that have a field or a fixed value, and what decides instead. */}}
{{- define "common.flink.replaced" -}}
kubernetes.namespace: the release's namespace decides
kubernetes.cluster-id: the job's name decides
kubernetes.service-account: the job's own ServiceAccount decides
kubernetes.jobmanager.replicas: use jobManager.replicas
kubernetes.container.image.ref: use image
kubernetes.container.image: use image
kubernetes.pod-template-file.default: use pod, volumes and env
kubernetes.pod-template-file.jobmanager: use pod, volumes and env
kubernetes.pod-template-file.taskmanager: use pod, volumes and env
high-availability: use highAvailability
high-availability.type: use highAvailability
high-availability.cluster-id: the job's name decides
high-availability.storageDir: global.storage.uri decides
state.checkpoints.dir: global.storage.uri decides
state.savepoints.dir: global.storage.uri decides
execution.checkpointing.dir: global.storage.uri decides
execution.checkpointing.savepoint-dir: global.storage.uri decides
job.autoscaler.enabled: use the job's field autoscaler
scheduler-mode: use reactive
parallelism.default: use parallelism
pipeline.max-parallelism: use maxParallelism
taskmanager.numberOfTaskSlots: use taskManager.slots
taskmanager.memory.process.size: use taskManager.memory
jobmanager.memory.process.size: use jobManager.memory
rest.port: the network policy, Services and the portal expect 8081
kubernetes.operator.savepoint.format.type: use checkpoints.savepointFormat
kubernetes.operator.periodic.savepoint.interval: use checkpoints.savepointEvery
kubernetes.operator.deployment.rollback.enabled: use rollback
kubernetes.operator.cluster.health-check.enabled: use healthCheck
{{- end }}

{{/* What Flink 1 called it, and Flink 2. */}}
{{- define "common.flink.spelt" -}}
state.checkpoints.dir: execution.checkpointing.dir
state.savepoints.dir: execution.checkpointing.savepoint-dir
state.backend.incremental: execution.checkpointing.incremental
state.checkpoints.num-retained: execution.checkpointing.num-retained
execution.checkpointing.unaligned: execution.checkpointing.unaligned.enabled
{{- end }}
