{{/* Mistakes in a cluster's listeners. */}}
{{- define "common.validate.kafka.listeners" -}}
{{- $found := .found -}}
{{- $mode := .root.Values.global.kafka.mode -}}
{{- $ports := dict -}}
{{- range $name, $listener := dig "cluster" "listeners" dict .kafka -}}
{{- if dig "enabled" true $listener -}}
{{- $port := $listener.port | toString -}}
{{- with get $ports $port -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "kafka.cluster.listeners.%s.port: the listener %q has port %s already; give each a port of its own" $name . $port)) -}}
{{- end -}}
{{- $_ := set $ports $port $name -}}
{{- include "common.validate.kafka.listeners.foreign" (dict "found" $found "at" (printf "kafka.cluster.listeners.%s" $name) "listener" $listener "mode" $mode) -}}
{{- if and (eq (dig "authentication" "none" $listener) "tls") (not (dig "tls" false $listener)) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "kafka.cluster.listeners.%s.authentication: tls needs an encrypted listener; set tls: true" $name)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* Fields that the mode would pass over. */}}
{{- define "common.validate.kafka.listeners.foreign" -}}
{{- $given := . -}}
{{- $owners := dict "configuration" "strimzi" "networkPolicyPeers" "strimzi statefulset" "externalAccess" "confluent" "addresses" "statefulset" "annotations" "statefulset" "sourceRanges" "statefulset" "override" "statefulset" -}}
{{- range $field, $owner := $owners -}}
{{- if and (hasKey $given.listener $field) (not (has $given.mode (splitList " " $owner))) -}}
{{- include "common.validate.add" (dict "found" $given.found "problem" (printf "%s.%s: only mode %s has it; remove it" $given.at $field (replace " " " or " $owner))) -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* What Strimzi refuses for a type of listener, as JSON: field → the types that have it. */}}
{{- define "common.kafka.listeners.fields" -}}
{"useServiceDnsDomain":["internal","cluster-ip"],
"createBootstrapService":["loadbalancer"],
"ipFamilyPolicy":["cluster-ip","nodeport","loadbalancer","ingress"],
"ipFamilies":["cluster-ip","nodeport","loadbalancer","ingress"],
"class":["ingress","loadbalancer"],
"preferredNodePortAddressType":["nodeport"],
"publishNotReadyAddresses":["cluster-ip","nodeport","loadbalancer","ingress"],
"externalTrafficPolicy":["loadbalancer","nodeport"],
"loadBalancerSourceRanges":["loadbalancer"],
"allocateLoadBalancerNodePorts":["loadbalancer"],
"finalizers":["loadbalancer"],
"hostTemplate":["ingress"],
"perBrokerLabelsTemplate":["cluster-ip","nodeport","loadbalancer","ingress"],
"perBrokerAnnotationsTemplate":["cluster-ip","nodeport","loadbalancer","ingress"],
"host":["ingress"],
"loadBalancerIP":["loadbalancer"],
"nodePort":["nodeport","loadbalancer"],
"externalIPs":["nodeport"],
"labels":["cluster-ip","nodeport","loadbalancer","ingress"],
"annotations":["cluster-ip","nodeport","loadbalancer","ingress"]}
{{- end }}

{{- define "common.validate.kafka.listeners.types" -}}
{{- $parent := . -}}
{{- $fields := include "common.kafka.listeners.fields" . | fromJson -}}
{{- range $name, $listener := dig "cluster" "listeners" dict .kafka -}}
{{- if dig "enabled" true $listener -}}
{{- $at := printf "kafka.cluster.listeners.%s" $name -}}
{{- $given := dict "found" $parent.found "fields" $fields "type" $listener.type -}}
{{- if has (int $listener.port) (list 9404 9999) -}}
{{- include "common.validate.add" (dict "found" $parent.found "problem" (printf "%s.port: Strimzi keeps %d for metrics; take another" $at (int $listener.port))) -}}
{{- end -}}
{{- if and (eq $listener.type "ingress") (not (dig "tls" false $listener)) -}}
{{- include "common.validate.add" (dict "found" $parent.found "problem" (printf "%s.tls: an Ingress passes only encrypted connections on; set it to true" $at)) -}}
{{- end -}}
{{- with $listener.configuration -}}
{{- include "common.validate.kafka.listeners.fit" (merge (dict "at" (printf "%s.configuration" $at) "value" .) $given) -}}
{{- with .bootstrap -}}
{{- include "common.validate.kafka.listeners.fit" (merge (dict "at" (printf "%s.configuration.bootstrap" $at) "value" .) $given) -}}
{{- end -}}
{{- range .brokers -}}
{{- include "common.validate.kafka.listeners.fit" (merge (dict "at" (printf "%s.configuration.brokers[%d]" $at (int .broker)) "value" .) $given) -}}
{{- end -}}
{{- if and .brokerCertChainAndKey (not (dig "tls" false $listener)) -}}
{{- include "common.validate.add" (dict "found" $parent.found "problem" (printf "%s.configuration.brokerCertChainAndKey: a certificate needs an encrypted listener; set tls: true" $at)) -}}
{{- end -}}
{{- end -}}
{{- if eq $listener.type "ingress" -}}
{{- if not (dig "configuration" "bootstrap" "host" "" $listener) -}}
{{- include "common.validate.add" (dict "found" $parent.found "problem" (printf "%s.configuration.bootstrap.host: an Ingress needs a name; set it" $at)) -}}
{{- end -}}
{{- if not (or (dig "configuration" "hostTemplate" "" $listener) (dig "configuration" "brokers" list $listener)) -}}
{{- include "common.validate.add" (dict "found" $parent.found "problem" (printf "%s.configuration.hostTemplate: an Ingress needs a name for each broker; set it, such as broker-{nodeId}.example.com" $at)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{- define "common.validate.kafka.listeners.fit" -}}
{{- $parent := . -}}
{{- range $field, $value := .value -}}
{{- with get $parent.fields $field -}}
{{- if not (has $parent.type .) -}}
{{- include "common.validate.add" (dict "found" $parent.found "problem" (printf "%s.%s: a listener of type %s has no such field (%s only); remove it" $parent.at $field $parent.type (join ", " .))) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}
