-- How well a Connect cluster is: its last reconciliation, not its pods.
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

if obj.metadata.deletionTimestamp ~= nil then
  return say("Progressing", "The Connect cluster is being deleted")
end
if #conditions == 0 then
  return say("Progressing", "No Strimzi operator has looked at the Connect cluster yet")
end
if holds("ReconciliationPaused") then
  if (obj.metadata.annotations or {})["strimzi.io/pause-reconciliation"] == "true" then
    return say("Suspended", "Changes of the Connect cluster are paused on request")
  end
  return say("Progressing", "Changes of the Connect cluster are taken up again")
end
if holds("NotReady") and find("NotReady").reason == "Creating" then
  return say("Progressing", "The Connect cluster is being made")
end
if (holds("NotReady") or holds("Ready")) and (status.observedGeneration or 0) < (obj.metadata.generation or 0) then
  return say("Progressing", "The Connect cluster was changed and is not taken up yet")
end
if holds("NotReady") then
  local condition = find("NotReady")
  return say("Degraded", "The Connect cluster is not ready: " .. plain(condition.message))
end
if not holds("Ready") then
  return say("Unknown", "The operator reports no Ready condition of the Connect cluster")
end
local warning, count = nil, 0
for _, condition in ipairs(conditions) do
  if condition.type == "Warning" and condition.status == "True" then
    local message = condition.message or condition.reason
    -- The first sentence says it; without libraries, all of them.
    warning = string ~= nil and string.match(message, "^(.-%.) ") or message
    count = count + 1
  end
end
if count > 0 then
  return say("Healthy", "The Connect cluster is ready, with " .. (count == 1 and "a warning: " or count .. " warnings; the last: ") .. warning)
end
return say("Healthy", "The Connect cluster is ready")
