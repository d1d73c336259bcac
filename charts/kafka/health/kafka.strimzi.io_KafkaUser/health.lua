-- How well a Kafka user is.
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
  return say("Progressing", "The Kafka user is being deleted")
end
if #conditions == 0 then
  return say("Progressing", "No user operator has looked at the Kafka user yet")
end
if holds("ReconciliationPaused") then
  return say("Suspended", "Changes of the Kafka user are paused on request")
end
if holds("NotReady") then
  local condition = find("NotReady")
  return say("Degraded", "The Kafka user is not ready: " .. plain(condition.message))
end
if not holds("Ready") then
  return say("Unknown", "The operator reports no Ready condition")
end
if (status.observedGeneration or 0) < (obj.metadata.generation or 0) then
  return say("Progressing", "The Kafka user was changed and is not taken up yet")
end
local warning = find("Warning")
if warning ~= nil then
  return say("Healthy", "The Kafka user is ready, with a warning: " .. plain(warning.message))
end
return say("Healthy", "The Kafka user is ready")
