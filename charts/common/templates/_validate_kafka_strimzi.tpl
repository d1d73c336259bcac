{{/* What Strimzi would drop, or pass on although no broker knows it. */}}
{{- define "common.validate.kafka.ignored" -}}
{{- $found := .found -}}
{{- with dig "cluster" "config" dict .kafka -}}
{{- $allowed := include "common.kafka.allowed" $ | splitList " " -}}
{{- $forbidden := include "common.kafka.forbidden" $ | splitList " " -}}
{{- $known := printf "%s %s" (include "common.kafka.settings.broker" $) (include "common.kafka.settings.hidden" $) | replace "\n" " " | splitList " " -}}
{{- $plugins := include "common.kafka.settings.plugins" $ | splitList " " -}}
{{- range $key, $value := . -}}
{{- $dropped := "" -}}
{{- if not (has $key $allowed) -}}
{{- range $forbidden -}}
{{- if hasPrefix . $key -}}{{- $dropped = . -}}{{- end -}}
{{- end -}}
{{- end -}}
{{- $plugin := "" -}}
{{- range $plugins -}}
{{- if hasPrefix . $key -}}{{- $plugin = . -}}{{- end -}}
{{- end -}}
{{- if $dropped -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "kafka.cluster.config.%s: Strimzi ignores settings that begin with %q; remove it" $key $dropped)) -}}
{{- else if not (or $plugin (has $key $known)) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "kafka.cluster.config.%s: Kafka has no such broker setting; correct it, or write it below kafka.cluster.override.spec.kafka.config where a plugin reads it" $key)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* Versions, quotas, certificates: what the operator refuses once the release is in, or does not look at. */}}
{{- define "common.validate.kafka.strimzi" -}}
{{- $found := .found -}}
{{- $cluster := .kafka.cluster -}}
{{- $versions := include "common.kafka.versions" . | fromJson -}}
{{- if and (dig "cruiseControl" "enabled" false $cluster) (lt (include "common.kafka.brokers" .kafka | int) 2) -}}
{{- include "common.validate.add" (dict "found" $found "problem" "kafka.cluster.cruiseControl: it moves partitions between brokers and the pools make one; add brokers or disable it") -}}
{{- end -}}
{{- with $cluster.metadataVersion -}}
{{- $end := get $versions $cluster.version -}}
{{- $ends := regexFindAll "[0-9]+" $end -1 -}}
{{- $wants := regexFindAll "[0-9]+" . -1 -}}
{{- $number := add (mul 1000000 (atoi (index $wants 0))) (mul 1000 (atoi (index $wants 1))) (gt (len $wants) 2 | ternary (atoi (last $wants)) 0) -}}
{{- $most := add (mul 1000000 (atoi (index $ends 0))) (mul 1000 (atoi (index $ends 1))) (atoi (index $ends 2)) -}}
{{- if gt $number $most -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "kafka.cluster.metadataVersion: Kafka %s ends at %s; lower it, or raise kafka.cluster.version first" $cluster.version $end)) -}}
{{- else if lt $number 3003003 -}}
{{- include "common.validate.add" (dict "found" $found "problem" "kafka.cluster.metadataVersion: Strimzi begins at 3.3-IV3; raise it") -}}
{{- end -}}
{{- end -}}
{{- with $cluster.quotas -}}
{{- $foreign := eq .type "kafka" | ternary (list "minAvailableBytesPerVolume" "minAvailableRatioPerVolume" "excludedPrincipals") (list "requestPercentage" "controllerMutationRate") -}}
{{- range $foreign -}}
{{- if hasKey $cluster.quotas . -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "kafka.cluster.quotas.%s: type %s does not know it; remove it or change the type" . $cluster.quotas.type)) -}}
{{- end -}}
{{- end -}}
{{- if and (hasKey . "minAvailableBytesPerVolume") (hasKey . "minAvailableRatioPerVolume") -}}
{{- include "common.validate.add" (dict "found" $found "problem" "kafka.cluster.quotas: minAvailableBytesPerVolume and minAvailableRatioPerVolume exclude each other; remove one") -}}
{{- end -}}
{{- end -}}
{{- range $ca := list "clusterCa" "clientsCa" -}}
{{- with get $cluster $ca -}}
{{- $valid := .validityDays | default 365 | int -}}
{{- $renew := .renewalDays | default 30 | int -}}
{{- if ge $renew $valid -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "kafka.cluster.%s.renewalDays: %d days before the end of %d it would be renewed without end; lower it" $ca $renew $valid)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}
