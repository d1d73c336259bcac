-- How well a schedule is, in the portal's words; its runs are objects of their own.
local status = obj.status or {}
if obj.metadata.deletionTimestamp ~= nil then
  return { status = "Progressing", message = "The schedule is being deleted" }
end
if obj.spec.suspend then
  return { status = "Suspended", message = "The schedule is suspended on request" }
end
local state = status.scheduleState or ""
if state == "FailedValidation" then
  return { status = "Degraded", message = 'The schedule "' .. obj.spec.schedule .. '" is not accepted: ' .. (status.reason or "no reason given") }
end
if state == "" then
  return { status = "Progressing", message = "The Spark operator has not looked at the schedule yet" }
end
if state ~= "Scheduled" then
  return { status = "Unknown", message = "The operator reports a state that Headworks does not know (" .. state .. ")" }
end
local function has(names, name)
  for _, one in ipairs(names or {}) do
    if one == name then return true end
  end
  return false
end
local health = "Healthy"
local last = "No run yet"
if (status.lastRunName or "") ~= "" then
  if has(status.pastFailedRunNames, status.lastRunName) then
    health = "Degraded"
    last = "The last run failed"
  elseif has(status.pastSuccessfulRunNames, status.lastRunName) then
    last = "The last run succeeded"
  else
    return { status = "Healthy", message = "A run is under way: the application runs" }
  end
end
local next = status.nextRun ~= nil and "" or "; no next run is planned"
return { status = health, message = last .. next }
