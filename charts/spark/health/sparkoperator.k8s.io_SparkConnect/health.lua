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
if status.state == "Ready" and status.executors ~= nil then
  local spec = obj.spec or {}
  local dynamic = spec.dynamicAllocation or {}
  local wanted = (spec.executor or {}).instances or 1
  if dynamic.enabled then wanted = dynamic.minExecutors or 0 end
  local running = status.executors.running or 0
  local failed = status.executors.failed or 0
  if running < wanted then
    local has = "The Connect server runs and has none of its executors"
    if running > 0 then
      has = "The Connect server runs and has " .. running .. " of its " .. wanted .. " executors"
    end
    if failed > 0 and running + (status.executors.pending or 0) == 0 then
      return { status = "Degraded", message = has .. ": " .. failed .. " failed" }
    end
    return { status = "Progressing", message = has .. " yet" }
  end
end
return { status = known[1], message = known[2] }
