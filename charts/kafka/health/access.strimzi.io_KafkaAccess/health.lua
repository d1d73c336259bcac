-- Whether the credentials have been written where the job runs.
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
  return say("Progressing", "The access is being deleted")
end
local ready = find("Ready")
if ready == nil then
  return say("Progressing", "The Kafka Access operator has not looked at the access yet")
end
if ready.status == "True" then
  return say("Healthy", "The credentials are there")
end
return say("Degraded", "The credentials are not there: " .. (ready.message or "no reason given"))
