-- How well a connector is: a failed task counts, a pause is on request.
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
  message = string.gsub(message, ", available connectors are:.*$", "")
  message = string.gsub(message, "[%l_][%w_$]*%.[%w_$.]-%.?(%u[%w_$]*)", "%1")
  message = string.gsub(message, "Ref{namespace='([^']*)', name='([^']*)'}", "KafkaTopic %1/%2")
  return message
end
-- The last cause of a stack trace.
local function cause(trace)
  if string == nil or trace == nil then return "" end
  local last = string.match(trace, ".*\nCaused by: (.*)$") or trace
  return ": " .. plain(string.match(last, "^(.-)\n%s*at ") or last)
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
  if (obj.metadata.annotations or {})["strimzi.io/pause-reconciliation"] == "true" then
    return say("Suspended", "Changes of the connector are paused on request")
  end
  return say("Progressing", "Changes of the connector are taken up again")
end
if holds("NotReady") and find("NotReady").reason == "Creating" then
  return say("Progressing", "The connector is being made")
end
if (holds("NotReady") or holds("Ready")) and (status.observedGeneration or 0) < (obj.metadata.generation or 0) then
  return say("Progressing", "The connector was changed and is not taken up yet")
end
if holds("NotReady") then
  local condition = find("NotReady")
  for _, task in ipairs((status.connectorStatus or {}).tasks or {}) do
    if task.state == "FAILED" then
      return say("Degraded", "Task " .. tostring(task.id) .. " of the connector has failed" .. cause(task.trace))
    end
  end
  return say("Degraded", "The connector is not ready: " .. plain(condition.message))
end
if not holds("Ready") then
  return say("Unknown", "The operator reports no Ready condition of the connector")
end
local running = ((status.connectorStatus or {}).connector or {}).state
if running == "PAUSED" or running == "STOPPED" then
  return say("Suspended", "The connector is " .. (running == "PAUSED" and "paused" or "stopped") .. " on request")
end
if running == "FAILED" then
  return say("Degraded", "The connector has failed" .. cause(status.connectorStatus.connector.trace))
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
  return say("Healthy", "The connector is ready, with " .. (count == 1 and "a warning: " or count .. " warnings; the last: ") .. warning)
end
return say("Healthy", "The connector is ready")
