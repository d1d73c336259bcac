-- How well an application of Apache's Spark operator is.
-- States are from the operator's source: not recorded from a running one.
local states = {
  [""] = { "Progressing", "The Spark operator has not looked at the application yet" },
  Submitted = { "Progressing", "The application is submitted" },
  ScheduledToRestart = { "Progressing", "The application is about to run again" },
  DriverRequested = { "Progressing", "The driver is starting" },
  DriverStarted = { "Progressing", "The driver is starting" },
  DriverReady = { "Progressing", "The driver runs and waits for its executors" },
  InitializedBelowThresholdExecutors = { "Progressing", "The driver runs and waits for its executors" },
  RunningHealthy = { "Healthy", "The application runs" },
  RunningWithPartialCapacity = { "Healthy", "The application runs with fewer executors than it may have" },
  RunningWithBelowThresholdExecutors = { "Degraded", "The application has lost executors and runs with too few" },
  DriverStartTimedOut = { "Degraded", "The driver did not start in time" },
  DriverReadyTimedOut = { "Degraded", "The driver did not become ready in time" },
  ExecutorsStartTimedOut = { "Degraded", "The executors did not start in time" },
  DriverEvicted = { "Degraded", "The driver was evicted from its node" },
  SchedulingFailure = { "Degraded", "The application could not be submitted" },
  Failed = { "Degraded", "The driver failed" },
  Succeeded = { "Healthy", "The application has finished its work" },
  ResourceReleased = { "Unknown", "The application has ended, and nothing tells how" },
  TerminatedWithoutReleaseResources = { "Unknown", "The application has ended, and nothing tells how" },
}
if obj.metadata.deletionTimestamp ~= nil then
  return { status = "Progressing", message = "The application is being deleted" }
end
local status = obj.status or {}
local current = status.currentState or {}
local state = current.currentStateSummary or ""
-- What is cleaned up says nothing of how it went; the state before does.
if state == "ResourceReleased" or state == "TerminatedWithoutReleaseResources" then
  local last = -1
  for id, transition in pairs(status.stateTransitionHistory or {}) do
    local summary = transition.currentStateSummary
    if tonumber(id) > last and summary ~= "ResourceReleased" and summary ~= "TerminatedWithoutReleaseResources" then
      last = tonumber(id)
      state = summary
    end
  end
end
local known = states[state]
if known == nil then
  return { status = "Unknown", message = "The operator reports a state that Headworks does not know (" .. state .. ")" }
end
local message = known[2]
local summary = (status.currentAttemptSummary or {}).attemptInfo or {}
local restart = ((obj.spec or {}).applicationTolerations or {}).restartConfig or {}
if state == "ScheduledToRestart" and (restart.restartPolicy == "OnFailure" or restart.restartPolicy == "OnInfrastructureFailure") then
  return { status = "Degraded", message = "Attempt " .. (summary.id or 1) .. " failed; the next one starts soon" }
end
if known[1] == "Degraded" and (current.message or "") ~= "" then
  message = message .. ": " .. current.message
end
return { status = known[1], message = message }
