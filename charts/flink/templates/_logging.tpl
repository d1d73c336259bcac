{{/*
What the pods log: a whole file of the user's, or levels on top of Flink's own
way, console and a file that the web page shows.
*/}}
{{- define "flink.logging" -}}
{{- $logging := .values.logging | default .root.Values.defaults.logging -}}
{{- with $logging -}}
{{- if .log4j -}}
log4j-console.properties: {{ .log4j | toJson }}
{{- else if or .level .loggers -}}
log4j-console.properties: |
  {{- include "flink.logging.log4j" . | nindent 2 }}
{{- end }}
{{- with .logback }}
logback-console.xml: {{ . | toJson }}
{{- end }}
{{- end -}}
{{- end }}

{{- define "flink.logging.log4j" -}}
{{- $pattern := "%d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %-60c %x - %m%n" -}}
monitorInterval = 30
rootLogger.level = {{ .level | default "INFO" }}
rootLogger.appenderRef.console.ref = ConsoleAppender
rootLogger.appenderRef.rolling.ref = RollingFileAppender
appender.console.name = ConsoleAppender
appender.console.type = CONSOLE
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = {{ $pattern }}
appender.rolling.name = RollingFileAppender
appender.rolling.type = RollingFile
appender.rolling.append = true
appender.rolling.fileName = ${sys:log.file}
appender.rolling.filePattern = ${sys:log.file}.%i
appender.rolling.layout.type = PatternLayout
appender.rolling.layout.pattern = {{ $pattern }}
appender.rolling.policies.type = Policies
appender.rolling.policies.size.type = SizeBasedTriggeringPolicy
appender.rolling.policies.size.size = 50MB
appender.rolling.strategy.type = DefaultRolloverStrategy
appender.rolling.strategy.max = 5
{{- range $name, $level := .loggers }}
{{- $id := $name | replace "." "_" | replace "$" "_" }}
logger.{{ $id }}.name = {{ $name }}
logger.{{ $id }}.level = {{ $level }}
{{- end }}
{{- end }}
