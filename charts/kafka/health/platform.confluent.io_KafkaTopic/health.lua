-- How well a topic of Confluent for Kubernetes is.
-- From Confluent's published examples of the status only: not recorded from a running operator.
local status = obj.status or {}
if obj.metadata.deletionTimestamp ~= nil then
  return { status = "Progressing", message = "The topic is being deleted" }
end
if status.state == "CREATED" then
  return { status = "Healthy", message = "The topic is ready" }
end
if status.state == "ERROR" or status.state == "FAILED" then
  local reason = "no reason given"
  for _, condition in ipairs(status.conditions or {}) do
    reason = condition.message or reason
  end
  return { status = "Degraded", message = "The topic is not ready: " .. reason }
end
return { status = "Progressing", message = "No operator has made the topic yet" }
