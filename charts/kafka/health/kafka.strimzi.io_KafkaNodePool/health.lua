-- How well a pool of Kafka nodes is: Strimzi never says that one is ready, only which nodes it has.
local status = obj.status or {}
if obj.metadata.deletionTimestamp ~= nil then
  return { status = "Progressing", message = "The node pool is being deleted" }
end
if status.nodeIds == nil then
  return { status = "Progressing", message = "No Strimzi operator has looked at the node pool yet" }
end
if (status.observedGeneration or 0) < (obj.metadata.generation or 0) then
  return { status = "Progressing", message = "The node pool was changed and is not taken up yet" }
end
for _, condition in ipairs(status.conditions or {}) do
  if condition.type == "Warning" and condition.status == "True" then
    local message = condition.message or condition.reason
    -- The first sentence says it; without libraries, all of them.
    local first = string ~= nil and string.match(message, "^(.-%.) ") or message
    return { status = "Degraded", message = "The node pool is not as asked for: " .. first }
  end
end
return { status = "Healthy", message = "The node pool has " .. #status.nodeIds .. (#status.nodeIds == 1 and " node" or " nodes") }
