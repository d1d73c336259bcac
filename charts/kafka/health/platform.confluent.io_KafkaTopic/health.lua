-- How well a topic of Confluent for Kubernetes is.
-- From the CRD and Confluent's documentation only: not recorded from a running operator.
local status = obj.status or {}
if obj.metadata.deletionTimestamp ~= nil then
  return { status = "Progressing", message = "The topic is being deleted" }
end
if (obj.metadata.annotations or {})["platform.confluent.io/block-reconcile"] == "true" then
  return { status = "Suspended", message = "Changes of the topic are paused on request" }
end
-- The CRD lists these of appState; "Unknown" is its default.
local state = ({ Created = "CREATED", Failed = "FAILED", Deleted = "DELETED" })[status.appState] or status.state or ""
if state == "CREATED" then
  if status.observedGeneration ~= nil and status.observedGeneration < (obj.metadata.generation or 0) then
    return { status = "Progressing", message = "The topic was changed and is not taken up yet" }
  end
  return { status = "Healthy", message = "The topic is ready" }
end
local reason = nil
for _, condition in ipairs(status.conditions or {}) do
  if condition.status == "False" and reason == nil then reason = condition.message end
end
if reason ~= nil or state == "ERROR" or state == "FAILED" then
  return { status = "Degraded", message = "The topic is not ready: " .. (reason or "no reason given") }
end
if state ~= "" and state ~= "DELETED" then
  return { status = "Unknown", message = "The operator reports a state that Headworks does not know (" .. state .. ")" }
end
return { status = "Progressing", message = "No operator has made the topic yet" }
