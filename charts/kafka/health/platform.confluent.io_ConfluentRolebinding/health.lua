-- Whether a role binding of Confluent for Kubernetes is in force.
-- From Confluent's published examples of the status only: not recorded from a running operator.
local status = obj.status or {}
if obj.metadata.deletionTimestamp ~= nil then
  return { status = "Progressing", message = "The role binding is being deleted" }
end
if status.state == "SUCCEEDED" then
  return { status = "Healthy", message = "The role binding is in force" }
end
if status.state == "ERROR" or status.state == "FAILED" then
  local reason = "no reason given"
  for _, condition in ipairs(status.conditions or {}) do
    reason = condition.message or reason
  end
  return { status = "Degraded", message = "The role binding is not in force: " .. reason }
end
return { status = "Progressing", message = "No operator has made the role binding yet" }
