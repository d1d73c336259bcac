-- How well a Spark Connect server is.
-- States are from the operator's source: not recorded from a running one.
local status = obj.status or {}
local states = {
  [""] = { "Progressing", "The Spark operator has not looked at the Connect server yet" },
  Provisioning = { "Progressing", "The Connect server is starting" },
  Ready = { "Healthy", "The Connect server runs" },
  NotReady = { "Degraded", "The Connect server does not answer" },
  Failed = { "Degraded", "The Connect server has failed" },
}
if obj.metadata.deletionTimestamp ~= nil then
  return { status = "Progressing", message = "The Connect server is being deleted" }
end
local known = states[status.state or ""]
if known == nil then
  return { status = "Unknown", message = "The operator reports a state that Headworks does not know (" .. status.state .. ")" }
end
return { status = known[1], message = known[2] }
