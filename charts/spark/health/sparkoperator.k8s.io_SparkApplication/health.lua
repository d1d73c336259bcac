-- How well a Spark application is, in the portal's words; pods are not seen here.
local status = obj.status or {}
local spec = obj.spec or {}
local application = status.applicationState or {}
local states = {
  [""] = { "Progressing", "The Spark operator has not looked at the application yet" },
  SUBMITTED = { "Progressing", "The driver is starting" },
  RUNNING = { "Healthy", "The application runs" },
  SUCCEEDING = { "Progressing", "The application has finished and is being cleaned up" },
  COMPLETED = { "Healthy", "The application has finished its work" },
  FAILING = { "Degraded", "The driver failed" },
  FAILED = { "Degraded", "The driver failed" },
  SUBMISSION_FAILED = { "Degraded", "The application could not be submitted" },
  PENDING_RERUN = { "Progressing", "The application is about to run again" },
  INVALIDATING = { "Progressing", "The application was changed and will run again from the start" },
  SUSPENDING = { "Progressing", "The application is being suspended: its driver is stopped" },
  SUSPENDED = { "Suspended", "The application is suspended on request" },
  RESUMING = { "Progressing", "The application is being resumed, as a new attempt" },
  UNKNOWN = { "Unknown", "The operator cannot tell how the driver is" },
}
local codes = {
  ["1"] = "the application ended with an error",
  ["50"] = "an exception that nothing caught",
  ["51"] = "an exception while another was being handled",
  ["52"] = "no memory was left on the Java heap",
  ["53"] = "no folder could be made on the local disk",
  ["55"] = "no folder could be made on the local disk",
  ["56"] = "the driver could not be reached any more",
  ["101"] = "spark-submit could not load the main class, or a class that it needs",
  ["126"] = "the command could not be executed",
  ["127"] = "the command is not in the image",
  ["134"] = "the process aborted",
  ["137"] = "it was killed, often because the node ran out of memory",
  ["139"] = "the process crashed by a bad memory access",
  ["143"] = "it was stopped from outside: its pod was deleted or its node drained",
}
if obj.metadata.deletionTimestamp ~= nil then
  return { status = "Progressing", message = "The application is being deleted" }
end
local state = application.state or ""
if (state == "SUBMITTED" or state == "RUNNING") and spec.suspend then
  state = "SUSPENDING"
end
local attempts = status.executionAttempts or 0
local policy = spec.restartPolicy or {}
if state == "PENDING_RERUN" and attempts > 0 and policy.type == "OnFailure" then
  local all = (policy.onFailureRetries or 0) + 1
  return { status = "Degraded", message = "Attempt " .. attempts .. " of " .. all .. " failed; the next one starts soon" }
end
if state == "RUNNING" then
  local running, waiting, failed, completed = 0, 0, 0, 0
  for _, executor in pairs(status.executorState or {}) do
    if executor == "RUNNING" then running = running + 1 end
    if executor == "PENDING" then waiting = waiting + 1 end
    if executor == "COMPLETED" then completed = completed + 1 end
    if executor == "FAILED" or executor == "UNKNOWN" then failed = failed + 1 end
  end
  local dynamic = spec.dynamicAllocation or {}
  local wanted = (spec.executor or {}).instances or 1
  if dynamic.enabled then wanted = dynamic.minExecutors or 0 end
  local ending = completed > 0 and running + waiting + failed == 0
  if running < wanted and not ending then
    local has = "The driver runs and has none of its executors"
    if running > 0 then
      has = "The driver runs and has " .. running .. " of its " .. wanted .. " executors"
    end
    if failed > 0 and running + waiting == 0 then
      return { status = "Degraded", message = has .. ": " .. failed .. " failed" }
    end
    return { status = "Progressing", message = has .. " yet" }
  end
end
local known = states[state]
if known == nil then
  return { status = "Unknown", message = "The operator reports a state that Headworks does not know (" .. state .. ")" }
end
local message = known[2]
local said = application.errorMessage or ""
if (state == "FAILING" or state == "FAILED") and said ~= "" then
  local code = string and string.match(said, "ExitCode: (%d+)")
  local why = string and string.match(said, "Reason: (%w+)")
  if why == "OOMKilled" then
    message = "The driver used more memory than its limit and was killed"
  elseif why == "Evicted" then
    message = "The driver was evicted from its node"
  elseif code ~= nil then
    message = (code == "143" and "The driver ended" or message) .. " with exit code " .. code
    if codes[code] ~= nil then message = message .. ": " .. codes[code] end
  else
    message = message .. ": " .. said
  end
  if attempts > 1 then message = message .. " (attempt " .. attempts .. ")" end
elseif known[1] == "Degraded" and said ~= "" then
  message = message .. ": " .. said
end
return { status = known[1], message = message }
