{{/*
Checkpoints and state. Flink 2 has other names for some keys, and both names of
one key at once would be a puzzle: each version gets its own.
Each takes (dict "root" $ "job" name "values" values "config" <map to add to>).
*/}}
{{- define "flink.configuration.checkpoints" -}}
{{- $config := .config -}}
{{- $defaults := .root.Values.defaults -}}
{{- $checkpoints := dict -}}
{{- include "flink.settings" (dict "into" $checkpoints "part" "checkpoints" "root" .root "values" .values) -}}
{{- $version := .values.flinkVersion | default $defaults.flinkVersion -}}
{{- $old := eq (include "common.flink.major" $version) "1" -}}
{{- $at := "execution.checkpointing" -}}
{{- $_ := set $config (printf "%s.interval" $at) $checkpoints.interval -}}
{{- $_ := set $config (printf "%s.mode" $at) (ternary "AT_LEAST_ONCE" "EXACTLY_ONCE" (eq (.values.delivery | default "") "at-least-once")) -}}
{{- $_ := set $config (printf "%s.timeout" $at) $checkpoints.timeout -}}
{{- $_ := set $config (printf "%s.min-pause" $at) $checkpoints.minPause -}}
{{- $_ := set $config (printf "%s.tolerable-failed-checkpoints" $at) (toString $checkpoints.tolerableFailures) -}}
{{- $_ := set $config (printf "%s.externalized-checkpoint-retention" $at) (ternary "RETAIN_ON_CANCELLATION" "DELETE_ON_CANCELLATION" $checkpoints.keepOnCancel) -}}
{{- $_ := set $config (ternary "state.checkpoints.num-retained" (printf "%s.num-retained" $at) $old) (toString $checkpoints.retained) -}}
{{- if $checkpoints.unaligned -}}
{{- $_ := set $config (ternary (printf "%s.unaligned" $at) (printf "%s.unaligned.enabled" $at) $old) "true" -}}
{{- end -}}
{{- if .root.Values.global.storage.uri -}}
{{- $folder := include "common.storage.job" . -}}
{{- $_ := set $config (ternary "state.checkpoints.dir" (printf "%s.dir" $at) $old) (printf "%s/checkpoints" $folder) -}}
{{- $_ := set $config (ternary "state.savepoints.dir" (printf "%s.savepoint-dir" $at) $old) (printf "%s/savepoints" $folder) -}}
{{- end -}}
{{- $state := dict -}}
{{- include "flink.settings" (dict "into" $state "part" "state" "root" .root "values" .values) -}}
{{- $_ := set $config "state.backend.type" $state.backend -}}
{{- if eq $state.backend "rocksdb" -}}
{{- $_ := set $config (ternary "state.backend.incremental" (printf "%s.incremental" $at) $old) (toString $state.incremental) -}}
{{- $_ := set $config "state.backend.rocksdb.timer-service.factory" (upper $state.timers) -}}
{{- end -}}
{{- end }}

{{/* Room for state in TaskManagers. */}}
{{- define "flink.configuration.state" -}}
{{- $config := .config -}}
{{- $state := dict -}}
{{- include "flink.settings" (dict "into" $state "part" "state" "root" .root "values" .values) -}}
{{- if eq $state.backend "rocksdb" -}}
{{- $_ := set $config "taskmanager.memory.managed.fraction" (toString $state.managedFraction) -}}
{{- if $state.local -}}
{{- $_ := set $config "state.backend.rocksdb.localdir" "/opt/flink/state" -}}
{{- end -}}
{{- if $state.metrics -}}
{{- range $metric := list "background-errors" "block-cache-usage" "cur-size-all-mem-tables" "estimate-num-keys" "estimate-pending-compaction-bytes" "num-running-compactions" "total-sst-files-size" -}}
{{- $_ := set $config (printf "state.backend.rocksdb.metrics.%s" $metric) "true" -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* The volume for RocksDB's files, of TaskManagers alone; empty where the container's own disk does. */}}
{{- define "flink.state.volume" -}}
{{- $state := dict -}}
{{- include "flink.settings" (dict "into" $state "part" "state" "root" .root "values" .values) -}}
{{- if and $state.local (eq $state.backend "rocksdb") -}}
- name: state
  {{- with $state.local.storageClass }}
  ephemeral:
    volumeClaimTemplate:
      spec:
        accessModes: [ReadWriteOnce]
        storageClassName: {{ . | quote }}
        resources:
          requests:
            storage: {{ $state.local.size | quote }}
  {{- else }}
  emptyDir:
    sizeLimit: {{ $state.local.size | quote }}
  {{- end }}
{{- end -}}
{{- end }}

{{/* How often and when a failed job is started again. */}}
{{- define "flink.configuration.restart" -}}
{{- $config := .config -}}
{{- $restart := dict -}}
{{- include "flink.settings" (dict "into" $restart "part" "restart" "root" .root "values" .values) -}}
{{- $_ := set $config "restart-strategy.type" $restart.strategy -}}
{{- $at := printf "restart-strategy.%s" $restart.strategy -}}
{{- if eq $restart.strategy "exponential-delay" -}}
{{- $_ := set $config (printf "%s.initial-backoff" $at) $restart.initialBackoff -}}
{{- $_ := set $config (printf "%s.max-backoff" $at) $restart.maxBackoff -}}
{{- $_ := set $config (printf "%s.backoff-multiplier" $at) (toString $restart.multiplier) -}}
{{- $_ := set $config (printf "%s.reset-backoff-threshold" $at) $restart.resetAfter -}}
{{- $_ := set $config (printf "%s.jitter-factor" $at) (toString $restart.jitter) -}}
{{- with $restart.attempts -}}
{{- $_ := set $config (printf "%s.attempts-before-reset-backoff" $at) (toString .) -}}
{{- end -}}
{{- else if eq $restart.strategy "fixed-delay" -}}
{{- $_ := set $config (printf "%s.attempts" $at) (toString ($restart.attempts | default 10)) -}}
{{- $_ := set $config (printf "%s.delay" $at) $restart.initialBackoff -}}
{{- end -}}
{{- end }}
