-- How well a connector is: a failed task counts, a pause is on request.
-- Messages begin with nested Java class names; the last part is for people.
local function plain(message)
  if message == nil or message == "" then return "no reason given" end
  if string == nil then return message end -- useOpenLibs is off
  local class, rest = string.match(message, "^([%w_$.]+): (.*)$")
  if class ~= nil and (string.find(class, "Exception$") or string.find(class, "Error$")) and string.find(class, ".", 1, true) then
    return plain(rest)
  end
  return message
end
local status = obj.status or {}
local conditions = status.conditions or {}
local function find(type)
  for _, condition in ipairs(conditions) do
    if condition.type == type then return condition end
  end
  return nil
end
local function holds(type)
  local condition = find(type)
  return condition ~= nil and condition.status == "True"
end
local function say(health, message)
  return { status = health, message = message }
end

if obj.metadata.deletionTimestamp ~= nil then
  return say("Progressing", "The connector is being deleted")
end
if #conditions == 0 then
  return say("Progressing", "No Strimzi operator has looked at the connector yet")
end
if holds("ReconciliationPaused") then
  return say("Suspended", "Changes of the connector are paused on request")
end
if holds("NotReady") then
  local condition = find("NotReady")
  for _, task in ipairs((status.connectorStatus or {}).tasks or {}) do
    if task.state == "FAILED" then
      return say("Degraded", "Task " .. tostring(task.id) .. " of the connector has failed")
    end
  end
  return say("Degraded", "The connector is not ready: " .. plain(condition.message))
end
if not holds("Ready") then
  return say("Unknown", "The operator reports no Ready condition")
end
if (status.observedGeneration or 0) < (obj.metadata.generation or 0) then
  return say("Progressing", "The connector was changed and is not taken up yet")
end
local running = ((status.connectorStatus or {}).connector or {}).state
if running == "PAUSED" or running == "STOPPED" then
  return say("Suspended", "The connector is " .. (running == "PAUSED" and "paused" or "stopped") .. " on request")
end
if running == "FAILED" then
  return say("Degraded", "The connector has failed")
end
local warning = find("Warning")
if warning ~= nil then
  return say("Healthy", "The connector is ready, with a warning: " .. plain(warning.message))
end
return say("Healthy", "The connector is ready")
