-- How well a topic is, in the portal's words (topics say Ready=False, unlike other Strimzi kinds).
-- Messages begin with nested Java class names; the last part is for people.
local function plain(message)
  if message == nil or message == "" then return "no reason given" end
  if string == nil then return message end -- useOpenLibs is off
  local class, rest = string.match(message, "^([%w_$.]+): (.*)$")
  if class ~= nil and (string.find(class, "Exception$") or string.find(class, "Error$")) and string.find(class, ".", 1, true) then
    return rest
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
  return say("Progressing", "The topic is being deleted")
end
if #conditions == 0 then
  return say("Progressing", "No topic operator has looked at the topic yet")
end
if holds("ReconciliationPaused") then
  return say("Suspended", "Changes of the topic are paused on request")
end
if holds("Unmanaged") then
  return say("Suspended", "The topic operator leaves the topic alone on request")
end
local ready = find("Ready")
if ready ~= nil and ready.status == "True" then
  if (status.observedGeneration or 0) < (obj.metadata.generation or 0) then
    return say("Progressing", "The topic was changed and is not taken up yet")
  end
  return say("Healthy", "The topic is ready")
end
if ready ~= nil and ready.status == "False" then
  return say("Degraded", "The topic is not ready: " .. plain(ready.message))
end
return say("Unknown", "The topic operator reports no Ready condition")
