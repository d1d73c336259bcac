-- How well a job of a Flink session cluster is, in the portal's words.
-- The sentence inside status.error, which is JSON of a Java exception.
local function sentence(error)
  if error == nil or error == "" then return nil end
  if string == nil then return error end -- useOpenLibs is off
  local _, start = string.find(error, '"message":"', 1, true)
  if start == nil then return string.sub(error, 1, 300) end
  local rest = string.sub(error, start + 1)
  rest = string.gsub(string.gsub(rest, "\\\\", "\1"), '\\"', "\2")
  rest = string.match(rest, '^[^"]*')
  rest = string.gsub(string.gsub(rest, "\\n", "\n"), "\\t", "\t")
  return (string.gsub(string.gsub(rest, "\1", "\\"), "\2", '"'))
end

local lifecycle = {
  CREATED = { "Progressing", "The Flink operator has accepted the job and starts it soon" },
  UPGRADING = { "Progressing", "The Flink operator is starting or upgrading the job" },
  SUSPENDED = { "Suspended", "The job is suspended on request" },
  FAILED = { "Degraded", "The Flink operator gave the job up" },
  ROLLING_BACK = { "Progressing", "The new version did not become stable; the last good one returns" },
  ROLLED_BACK = { "Degraded", "The new version did not become stable; the last good one runs instead" },
  DELETING = { "Progressing", "The job is being deleted" },
  DELETED = { "Missing", "The job was deleted" },
}
local jobs = {
  RUNNING = { "Healthy", "The job runs" },
  FINISHED = { "Healthy", "The job has finished its work" },
  CREATED = { "Progressing", "The job is about to start" },
  INITIALIZING = { "Progressing", "The job is starting" },
  RECONCILING = { "Progressing", "The operator waits for the job to answer" },
  RESTARTING = { "Degraded", "The job failed and restarts" },
  FAILING = { "Degraded", "The job is failing" },
  FAILED = { "Degraded", "The job has failed and will not restart by itself" },
  CANCELLING = { "Progressing", "The job is being cancelled" },
  CANCELED = { "Degraded", "The job was cancelled outside of the operator" },
  SUSPENDED = { "Suspended", "The job is suspended" },
}

local function say(status, message, error)
  if error ~= nil then message = message .. ": " .. error end
  return { status = status, message = message }
end

local status = obj.status or {}
local job = status.jobStatus or {}
local error = sentence(status.error)
if obj.metadata.deletionTimestamp ~= nil then
  return say("Progressing", "The job is being deleted")
end
-- A refused spec never sets observedGeneration.
if status.lifecycleState == "FAILED" then
  return say("Degraded", lifecycle.FAILED[2], error)
end
if status.observedGeneration == nil then
  return say("Progressing", "The Flink operator has not looked at the job yet")
end
if status.observedGeneration < (obj.metadata.generation or 0) then
  return say("Progressing", "The job was changed and the operator has not taken it up yet")
end
local phase = lifecycle[status.lifecycleState or ""]
if phase ~= nil then
  return say(phase[1], phase[2])
end

local state = jobs[job.state or ""]
if state ~= nil then
  return say(state[1], state[2], state[1] == "Degraded" and error or nil)
end

if error ~= nil then
  return say("Degraded", "The job cannot start", error)
end
if job.state == nil or job.state == "" then
  return say("Progressing", "The job is about to start")
end

return say("Unknown", "The operator reports a state that Headworks does not know (" .. (job.state or status.lifecycleState or "none") .. ")")
