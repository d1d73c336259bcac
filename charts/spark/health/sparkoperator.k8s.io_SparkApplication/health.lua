-- How well a Spark application is, in the portal's words; pods are not seen here.
local status = obj.status or {}
local application = status.applicationState or {}
local states = {
  [""] = { "Progressing", "The Spark operator has not looked at the application yet" },
  SUBMITTED = { "Progressing", "The driver is starting" },
  RUNNING = { "Healthy", "The application runs" },
  SUCCEEDING = { "Progressing", "The application has finished and is being cleaned up" },
  COMPLETED = { "Healthy", "The application has finished its work" },
  FAILING = { "Degraded", "The application has failed" },
  FAILED = { "Degraded", "The application has failed" },
  SUBMISSION_FAILED = { "Degraded", "The application could not be submitted" },
  PENDING_RERUN = { "Progressing", "The application is about to run again" },
  INVALIDATING = { "Progressing", "The application was changed and will run again" },
  SUSPENDING = { "Progressing", "The application is being suspended" },
  SUSPENDED = { "Suspended", "The application is suspended on request" },
  RESUMING = { "Progressing", "The application is being resumed, as a new attempt" },
  UNKNOWN = { "Unknown", "The operator cannot tell how the driver is" },
}
if obj.metadata.deletionTimestamp ~= nil then
  return { status = "Progressing", message = "The application is being deleted" }
end
local state = application.state or ""
if state == "RUNNING" then
  local executors, waiting = 0, 0
  for _, executor in pairs(status.executorState or {}) do
    executors = executors + 1
    if executor == "PENDING" then waiting = waiting + 1 end
  end
  if executors > 0 and waiting == executors then
    return { status = "Progressing", message = "The driver runs and waits for its executors" }
  end
end
local known = states[state]
if known == nil then
  return { status = "Unknown", message = "The operator reports a state that Headworks does not know (" .. state .. ")" }
end
local message = known[2]
if known[1] == "Degraded" and (application.errorMessage or "") ~= "" then
  message = message .. ": " .. application.errorMessage
end
return { status = known[1], message = message }
