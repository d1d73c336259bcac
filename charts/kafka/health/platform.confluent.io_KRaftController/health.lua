-- How well the controllers of Confluent for Kubernetes are.
-- From the CRD and Confluent's documentation only: not recorded from a running operator.
local status = obj.status or {}
local phase = status.phase
if obj.metadata.deletionTimestamp ~= nil then
  return { status = "Progressing", message = "The controller quorum is being deleted" }
end
if (obj.metadata.annotations or {})["platform.confluent.io/block-reconcile"] == "true" then
  return { status = "Suspended", message = "Changes of the controller quorum are paused on request" }
end
if phase == nil then
  return { status = "Progressing", message = "No Confluent operator has looked at the controller quorum yet" }
end
if phase == "RUNNING" then
  if status.observedGeneration ~= nil and status.observedGeneration < (obj.metadata.generation or 0) then
    return { status = "Progressing", message = "The controller quorum was changed and is not taken up yet" }
  end
  local wanted = (obj.spec or {}).replicas or status.replicas or 0
  if (status.readyReplicas or 0) < wanted then
    return { status = "Progressing", message = (status.readyReplicas or 0) .. " of " .. wanted .. " controllers are ready" }
  end
  return { status = "Healthy", message = "The controller quorum runs" }
end
if phase == "PROVISIONING" then
  return { status = "Progressing", message = "The controller quorum is being made" }
end
if phase == "FAILED" or phase == "ERROR" then
  return { status = "Degraded", message = "The controller quorum has failed" }
end
return { status = "Unknown", message = "The operator reports a phase that Headworks does not know (" .. phase .. ")" }
