{{/*
Transactions of an exactly-once sink end with a checkpoint: Kafka must not end
them before, and refuses what is above its own limit.
Takes (dict "root" $ "found" map "flink" <values> "at" path "entry" <job>).
*/}}
{{- define "common.validate.flinkdelivery" -}}
{{- $at := .at -}}
{{- $found := .found -}}
{{- $job := .entry -}}
{{- if eq ($job.delivery | default "") "exactly-once" -}}
{{- $limit := .root.Values.global.kafka.transactionMaxTimeout | default "15m" -}}
{{- $timeout := include "common.flink.transactionTimeout" (dict "root" .root "values" $job) -}}
{{- $interval := dig "checkpoints" "interval" (dig "defaults" "checkpoints" "interval" "1m" .flink) $job -}}
{{- $milliseconds := include "common.duration.milliseconds" $timeout | int64 -}}
{{- if gt $milliseconds (include "common.duration.milliseconds" $limit | int64) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.transactions.timeout: Kafka ends transactions after %s (global.kafka.transactionMaxTimeout) and refuses %s; lower it, or raise transaction.max.timeout.ms of the brokers and then global.kafka.transactionMaxTimeout" $at $limit $timeout)) -}}
{{- end -}}
{{- if le $milliseconds (include "common.duration.milliseconds" $interval | int64) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.transactions.timeout: %s is not above the checkpoint interval (%s), and Kafka would end each transaction before it is committed; raise it, or shorten checkpoints.interval" $at $timeout $interval)) -}}
{{- end -}}
{{- if not $job.writes -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.delivery: exactly-once is about topics that the job writes, and it writes none; name them in writes, or remove delivery" $at)) -}}
{{- end -}}
{{- else if $job.transactions -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.transactions: only delivery: exactly-once has transactions; set it, or remove transactions" $at)) -}}
{{- end -}}
{{- end }}
