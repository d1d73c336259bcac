{{/* A map of texts as a Java properties file. */}}
{{- define "spark.properties" -}}
{{- range $key, $value := . }}
{{ regexReplaceAll "[\\\\:=#! ]" $key "\\${0}" }}={{ $value | replace "\\" "\\\\" | replace "\n" "\\n" | replace "\r" "\\r" | replace "\t" "\\t" }}
{{- end }}
{{- end }}
