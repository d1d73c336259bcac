-- How well a topic is, in the portal's words (topics say Ready=False, unlike other Strimzi kinds).
-- Messages begin with nested Java class names; the last part is for people.
local function plain(message)
  if message == nil or message == "" then return "no reason given" end
  if string == nil then return message end -- useOpenLibs is off
  local class, rest = string.match(message, "^([%w_$.]+): (.*)$")
  if class ~= nil and (string.find(class, "Exception$") or string.find(class, "Error$")) and string.find(class, ".", 1, true) then
    return plain(rest)
  end
  local seconds, kind, name = string.match(message, "^Exceeded timeout of (%d+)000ms while waiting for (%a-)s resource (%S+) in namespace %S+ to be ready$")
  if seconds ~= nil then
    return "the operator waited " .. seconds .. " seconds for " .. kind .. " " .. name
  end
  message = string.gsub(message, "Ref{namespace='([^']*)', name='([^']*)'}", "KafkaTopic %1/%2")
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

local ready = find("Ready")
local refused = ready ~= nil and ready.status == "False"
local behind = (status.observedGeneration or 0) < (obj.metadata.generation or 0)
-- What its operator says when no broker answers.
local unanswered = refused and string ~= nil and string.find(ready.message or "", "TimeoutException", 1, true) ~= nil

if obj.metadata.deletionTimestamp ~= nil then
  if unanswered then
    return say("Degraded", "The topic cannot be deleted: no broker of its Kafka cluster answers")
  end
  if refused and not behind then
    return say("Degraded", "The topic cannot be deleted: " .. plain(ready.message))
  end
  return say("Progressing", "The topic is being deleted")
end
if #conditions == 0 then
  return say("Progressing", "No topic operator has looked at the topic yet")
end
if holds("Unmanaged") then
  return say("Suspended", "The topic operator leaves the topic alone on request")
end
if holds("ReconciliationPaused") then
  if (obj.metadata.annotations or {})["strimzi.io/pause-reconciliation"] == "true" then
    return say("Suspended", "Changes of the topic are paused on request")
  end
  return say("Progressing", "Changes of the topic are taken up again")
end
if ready == nil then
  return say("Unknown", "The operator reports no Ready condition of the topic")
end
if behind then
  return say("Progressing", "The topic was changed and is not taken up yet")
end
if unanswered then
  return say("Degraded", "The topic is not ready: no broker of its Kafka cluster answered")
end
if refused then
  return say("Degraded", "The topic is not ready: " .. plain(ready.message))
end
return say("Healthy", "The topic is ready")
