{{/*
An operator for Argo CD. It has no finalizer: deleting it leaves the operator
and its CRDs, and with them every Kafka cluster and job.
*/}}
{{- define "platform.application" -}}
{{- include "common.override" (dict "object" (include "platform.application.plain" .) "override" .wanted.override) }}
{{- end }}

{{- define "platform.application.plain" -}}
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: {{ include "platform.name" . }}
  labels:
    {{- include "platform.labels" . | nindent 4 }}
  annotations:
    argocd.argoproj.io/sync-wave: {{ .is.wave | quote }}
spec:
  project: {{ .root.Values.argocd.project | quote }}
  source:
    # Argo CD knows an OCI registry by the missing scheme.
    repoURL: {{ include "platform.repository" . | trimPrefix "oci://" | quote }}
    chart: {{ .is.chart }}
    targetRevision: {{ .is.version | quote }}
    helm:
      releaseName: {{ .is.release }}
      valuesObject:
        {{- include "platform.values" . | nindent 8 }}
  destination:
    {{- include "platform.application.cluster" .root.Values.argocd.cluster | nindent 4 }}
    namespace: {{ include "platform.namespace" . }}
  syncPolicy:
    automated:
      selfHeal: {{ .root.Values.argocd.selfHeal }}
      prune: {{ .root.Values.argocd.prune }}
    managedNamespaceMetadata:
      labels:
        pod-security.kubernetes.io/enforce: {{ .is.podSecurity }}
    syncOptions:
      - CreateNamespace=true
      # CRDs are larger than what client-side apply can annotate.
      - ServerSideApply=true
    # What needs another operator's CRDs comes again until they are there.
    retry:
      limit: 10
      backoff: { duration: 10s, factor: 2, maxDuration: 5m }
{{- end }}

{{- define "platform.application.cluster" -}}
{{- if not . -}}
server: https://kubernetes.default.svc
{{- else if hasPrefix "https://" . -}}
server: {{ . | quote }}
{{- else -}}
name: {{ . | quote }}
{{- end -}}
{{- end }}
