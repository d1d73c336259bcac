-- How well a Flink job or session cluster is, in the portal's words; pods are not seen here.
-- The sentence inside status.error, which is JSON of a Java exception, for people.
local function sentence(error)
  if error == nil or error == "" then return nil end
  if string == nil then return error end -- useOpenLibs is off
  local _, start = string.find(error, '"message":"', 1, true)
  local rest = error
  if start ~= nil then
    rest = string.sub(error, start + 1)
    rest = string.gsub(string.gsub(rest, "\\\\", "\1"), '\\"', "\2")
    rest = string.match(rest, '^[^"]*')
    rest = string.gsub(string.gsub(rest, "\\n", "\n"), "\\t", "\t")
    rest = string.gsub(string.gsub(rest, "\1", "\\"), "\2", '"')
  end
  rest = string.match(string.gsub(rest, "%s+", " "), "^ ?(.-) ?$")
  -- Class names that Java puts in front.
  while true do
    local class, after = string.match(rest, "^([%l_][%w_$]*%.[%w_$.]*%.%u[%w_$]*): (.*)$")
    if class == nil then break end
    rest = after
  end
  if string.len(rest) > 300 then rest = string.sub(rest, 1, 299) .. "…" end
  return rest
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
local deployments = {
  DEPLOYING = { "Progressing", "The JobManager is starting" },
  DEPLOYED_NOT_READY = { "Progressing", "The JobManager has started and does not answer yet" },
  MISSING = { "Degraded", "The JobManager is gone" },
  ERROR = { "Degraded", "The JobManager cannot start" },
}

local function say(status, message, error)
  if error ~= nil then message = message .. ": " .. error end
  return { status = status, message = message }
end

-- An ordinary upgrade: the JobManager mounts its configuration a moment too early.
local function isUpgradeRace(error)
  return string ~= nil and error ~= nil
    and string.find(error, "MountVolume.SetUp failed", 1, true) ~= nil
    and string.find(error, 'configmap ".*" not found') ~= nil
end

local status = obj.status or {}
local job = status.jobStatus or {}
local wanted = obj.spec.job
local error = sentence(status.error)
local race = isUpgradeRace(error)
local refused = string ~= nil and string.find(status.error or "", '"type":"[^"]*ValidationException"') ~= nil
if obj.metadata.deletionTimestamp ~= nil then
  return say("Progressing", wanted ~= nil and "The job is being deleted" or "The Flink cluster is being deleted")
end
-- A refused spec never sets observedGeneration.
if status.lifecycleState == "FAILED" then
  if refused then return say("Degraded", "The Flink operator refuses the job", error) end
  if job.state == "FAILED" then return say("Degraded", jobs.FAILED[2], error) end
  return say("Degraded", lifecycle.FAILED[2], error)
end
if status.observedGeneration == nil then
  return say("Progressing", "The Flink operator has not looked at the job yet")
end
if status.observedGeneration < (obj.metadata.generation or 0) then
  if error == nil or race then
    return say("Progressing", "The job was changed and the operator has not taken it up yet")
  end
  if refused then return say("Degraded", "The Flink operator refuses the change", error) end
  return say("Degraded", "The change of the job does not get on", error)
end
-- Cancelled or lost behind the operator's back, it is SUSPENDED to it.
if status.lifecycleState == "SUSPENDED" and wanted ~= nil and (wanted.state or "running") == "running" then
  if job.state == "CANCELED" then return say(jobs.CANCELED[1], jobs.CANCELED[2]) end
  return say("Progressing", "The Flink operator starts the job again")
end
if (status.lifecycleState == "CREATED" or status.lifecycleState == "UPGRADING") and error ~= nil and not race then
  return say("Degraded", "The Flink operator cannot start the job", error)
end
local phase = lifecycle[status.lifecycleState or ""]
if phase ~= nil then
  return say(phase[1], phase[2])
end
local known = { DEPLOYED = true, STABLE = true }
if (status.lifecycleState or "") ~= "" and not known[status.lifecycleState] then
  return say("Unknown", "The operator reports a state that Headworks does not know (" .. status.lifecycleState .. ")")
end
if job.state == "FINISHED" then
  return say(jobs.FINISHED[1], jobs.FINISHED[2])
end

local deployment = status.jobManagerDeploymentStatus
if deployment == "ERROR" and race then
  deployment = "DEPLOYING"
elseif deployment == "DEPLOYING" and error ~= nil and not race and (string == nil or string.find(error, "^Missing JobManager") == nil) then
  -- Between two attempts; the error is of this deployment until it is stable.
  deployment = "ERROR"
end
local start = deployments[deployment or ""]
if start ~= nil then
  return say(start[1], start[2], start[1] == "Degraded" and error or nil)
end
if deployment ~= "READY" then
  return say("Unknown", "The operator reports a state that Headworks does not know (" .. (deployment or "none") .. ")")
end
if wanted == nil and (job.state or "") == "" then
  return say("Healthy", "The session cluster is ready")
end

if job.state == "RECONCILING" and error == "Job Not Found" then
  return say("Degraded", "Flink runs, but the job did not start in it")
end
local state = jobs[job.state or ""]
if state ~= nil then
  return say(state[1], state[2], job.state == "FAILED" and error or nil)
end

return say("Unknown", "The operator reports a state that Headworks does not know (" .. ((job.state or "") ~= "" and job.state or "none") .. ")")
