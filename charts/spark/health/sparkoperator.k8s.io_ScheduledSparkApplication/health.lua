-- How well a schedule is, in the portal's words; its runs are objects of their own.
local status = obj.status or {}
if obj.metadata.deletionTimestamp ~= nil then
  return { status = "Progressing", message = "The schedule is being deleted" }
end
if obj.spec.suspend then
  return { status = "Suspended", message = "The schedule is suspended on request" }
end
if status.scheduleState == "FailedValidation" then
  return { status = "Degraded", message = 'The schedule "' .. obj.spec.schedule .. '" is not accepted: ' .. (status.reason or "no reason given") }
end
if (status.scheduleState or "") == "" then
  return { status = "Progressing", message = "The Spark operator has not looked at the schedule yet" }
end
local function has(names, name)
  for _, one in ipairs(names or {}) do
    if one == name then return true end
  end
  return false
end
local last = "No run yet"
if (status.lastRunName or "") ~= "" then
  if has(status.pastFailedRunNames, status.lastRunName) then
    return { status = "Degraded", message = "Last run: the application has failed" }
  end
  if not has(status.pastSuccessfulRunNames, status.lastRunName) then
    return { status = "Healthy", message = "Last run: the application runs" }
  end
  last = "The last run succeeded"
end
local next = status.nextRun ~= nil and "at " .. status.nextRun or "not planned"
return { status = "Healthy", message = last .. "; next run " .. next }
