{{- define "spark.history.service" -}}
apiVersion: v1
kind: Service
metadata:
  {{- .metadata | nindent 2 }}
spec:
  selector:
    {{- include "spark.history.select" .root | nindent 4 }}
  ports:
    - { name: http, port: 18080, targetPort: http }
{{- end }}
