{{/* What nodes without an operator need to be told, and what nobody would do for them. */}}
{{- define "common.validate.kafka.statefulset" -}}
{{- $found := .found -}}
{{- $cluster := .kafka.cluster -}}
{{- $controllers := include "common.kafka.nodes" (dict "kafka" .kafka "role" "controller") | int -}}
{{- if and (gt $controllers 0) (eq (mod $controllers 2) 0) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "kafka.cluster.pools: %d controllers outlive no more failures than %d; make it an odd number" $controllers (sub $controllers 1))) -}}
{{- end -}}
{{- range $field := list "rack" "quotas" "clusterCa" "clientsCa" "maintenanceWindows" "cruiseControl" -}}
{{- if get $cluster $field -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "kafka.cluster.%s: without an operator nobody sees to it; remove it" $field)) -}}
{{- end -}}
{{- end -}}
{{- $own := include "common.kafka.statefulset.own" . | splitList " " -}}
{{- range $key, $value := $cluster.config -}}
{{- range $own -}}
{{- if or (eq . $key) (and (hasSuffix "." .) (hasPrefix . $key)) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "kafka.cluster.config.%s: it follows from pools, listeners and secrets; remove it" $key)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- include "common.validate.kafka.statefulset.pools" . -}}
{{- include "common.validate.kafka.statefulset.listeners" . -}}
{{- end }}

{{/* Settings that the chart derives; a dot at the end stands for all that begin so. */}}
{{- define "common.kafka.statefulset.own" -}}
node.id broker.id process.roles listeners advertised.listeners listener.security.protocol.map inter.broker.listener.name security.inter.broker.protocol controller.listener.names controller.quorum.voters controller.quorum.bootstrap.servers log.dir log.dirs metadata.log.dir config.providers config.providers. authorizer.class.name super.users sasl.enabled.mechanisms sasl.mechanism. sasl.jaas.config ssl.keystore. ssl.truststore.
{{- end }}

{{- define "common.validate.kafka.statefulset.pools" -}}
{{- $found := .found -}}
{{- $cluster := .root.Values.global.kafka.cluster | default "" -}}
{{- $taken := dict -}}
{{- range $name, $pool := .kafka.cluster.pools -}}
{{- if dig "enabled" true $pool -}}
{{- $at := printf "kafka.cluster.pools.%s" $name -}}
{{- $full := printf "%s-%s" $cluster $name -}}
{{- if gt (len $full) 52 -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s: the name %q has %d characters and a StatefulSet's pods allow 52; shorten the pool's or the cluster's name" $at $full (len $full))) -}}
{{- end -}}
{{- if not (hasKey $pool "firstNodeId") -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.firstNodeId: ids must stay for ever and nobody hands them out; set it to one that is free" $at)) -}}
{{- else -}}
{{- $first := int $pool.firstNodeId -}}
{{- $clash := "" -}}
{{- range $id := untilStep $first (add $first (dig "replicas" 1 $pool | int) | int) 1 -}}
{{- $clash = get $taken (toString $id) | default $clash -}}
{{- $_ := set $taken (toString $id) $name -}}
{{- end -}}
{{- with $clash -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.firstNodeId: its nodes would have ids of the pool %q; begin elsewhere" $at .)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{- define "common.validate.kafka.statefulset.listeners" -}}
{{- $found := .found -}}
{{- $own := .kafka.cluster.statefulset -}}
{{- $tls := dig "tls" dict $own -}}
{{- $default := ternary "none" .root.Values.global.kafka.authentication (not (empty .kafka.cluster.listeners)) -}}
{{- $proof := ne $default "none" -}}
{{- $encrypted := ternary "tls" "" $proof -}}
{{- range $name, $listener := .kafka.cluster.listeners -}}
{{- if dig "enabled" true $listener -}}
{{- $at := printf "kafka.cluster.listeners.%s" $name -}}
{{- if has $name (list "controller" "replication" "nodes" "bootstrap" "metrics") -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s: the cluster has something of its own called so; take another name" $at)) -}}
{{- end -}}
{{- if not (has $listener.type (list "internal" "nodeport" "loadbalancer")) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.type: without an operator there is no %s; use internal, nodeport or loadbalancer" $at $listener.type)) -}}
{{- else if ne $listener.type "internal" -}}
{{- include "common.validate.kafka.statefulset.addresses" (dict "found" $found "at" $at "listener" $listener "pools" $.kafka.cluster.pools) -}}
{{- end -}}
{{- if and (eq (int $listener.port) 9404) (dig "metrics" "image" "" $own) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.port: 9404 is for metrics; take another" $at)) -}}
{{- end -}}
{{- if dig "tls" false $listener -}}{{- $encrypted = $name -}}{{- end -}}
{{- if ne (dig "authentication" "none" $listener) "none" -}}{{- $proof = true -}}{{- end -}}
{{- end -}}
{{- end -}}
{{- if and $encrypted (not (or $tls.secret $tls.issuer)) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "kafka.cluster.statefulset.tls: the listener %q is encrypted and there is no certificate; name an issuer of cert-manager, or a secret with tls.crt, tls.key and ca.crt" $encrypted)) -}}
{{- end -}}
{{- if and $tls.secret $tls.issuer -}}
{{- include "common.validate.add" (dict "found" $found "problem" "kafka.cluster.statefulset.tls: a certificate comes from an issuer or from a secret that exists; remove one") -}}
{{- end -}}
{{- if and $proof (not (dig "admin" "secret" "" $own)) -}}
{{- include "common.validate.add" (dict "found" $found "problem" "kafka.cluster.statefulset.admin.secret: listeners that ask who somebody is need a first user; name a secret with its password under the key password") -}}
{{- end -}}
{{- if and $own.metrics (not (and $own.metrics.image $own.metrics.jar)) -}}
{{- include "common.validate.add" (dict "found" $found "problem" "kafka.cluster.statefulset.metrics: the agent is a jar in an image; set image and jar") -}}
{{- end -}}
{{- end }}

{{- define "common.validate.kafka.statefulset.addresses" -}}
{{- $parent := . -}}
{{- $addresses := .listener.addresses | default dict -}}
{{- range $name, $pool := .pools -}}
{{- if and (dig "enabled" true $pool) (has "broker" $pool.roles) (hasKey $pool "firstNodeId") -}}
{{- $first := int $pool.firstNodeId -}}
{{- range $id := untilStep $first (add $first (dig "replicas" 1 $pool | int) | int) 1 -}}
{{- if not (hasKey $addresses (toString $id)) -}}
{{- include "common.validate.add" (dict "found" $parent.found "problem" (printf "%s.addresses: clients outside would not find broker %d; add \"%d\": host:port" $parent.at $id $id)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* Topics and users that the hook Job is to make, in this release's cluster or another's. */}}
{{- define "common.validate.kafka.statefulset.job" -}}
{{- $found := .found -}}
{{- $global := .root.Values.global.kafka -}}
{{- $own := dig "cluster" "statefulset" dict .kafka -}}
{{- $topics := dig "topics" dict .kafka -}}
{{- $made := false -}}
{{- range $name, $topic := $topics -}}
{{- if and (dig "enabled" true $topic) (not (dig "external" false $topic)) -}}{{- $made = true -}}{{- end -}}
{{- end -}}
{{- range $name, $user := dig "users" dict $own -}}
{{- if dig "enabled" true $user -}}
{{- $made = true -}}
{{- $at := printf "kafka.cluster.statefulset.users.%s" $name -}}
{{- include "common.validate.kafka.declared" (dict "found" $found "at" $at "values" $user "topics" $topics) -}}
{{- if eq $name (dig "admin" "user" "" $own) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s: it is the first user, which may do everything already; remove it" $at)) -}}
{{- end -}}
{{- if and (eq $global.authentication "scram-sha-512") (not $user.secret) -}}
{{- include "common.validate.add" (dict "found" $found "problem" (printf "%s.secret: without a password nobody can use it; name a secret with the key password" $at)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if and $made (not (dig "cluster" "create" false .kafka)) -}}
{{- if eq $global.authentication "tls" -}}
{{- include "common.validate.add" (dict "found" $found "problem" "kafka.topics: the hook Job has no client certificate for another release's cluster; declare topics there, and here external: true") -}}
{{- else if and (eq $global.authentication "scram-sha-512") (not (dig "admin" "secret" "" $own)) -}}
{{- include "common.validate.add" (dict "found" $found "problem" "kafka.cluster.statefulset.admin.secret: the hook Job makes topics as this user; name a secret with its password under the key password, or declare topics in the cluster's release and here external: true") -}}
{{- end -}}
{{- end -}}
{{- end }}
