-- How a savepoint or checkpoint taken on request went.
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

local status = obj.status or {}
local states = {
  TRIGGER_PENDING = { "Progressing", "The snapshot is about to be taken" },
  IN_PROGRESS = { "Progressing", "The snapshot is being taken" },
  COMPLETED = { "Healthy", "The snapshot is complete" },
  FAILED = { "Degraded", "The snapshot has failed" },
  ABANDONED = { "Degraded", "The snapshot was given up" },
}
if obj.metadata.deletionTimestamp ~= nil then
  return { status = "Progressing", message = "The snapshot is being deleted" }
end
if (status.state or "") == "" then
  return { status = "Progressing", message = "The Flink operator has not looked at the snapshot yet" }
end
local known = states[status.state]
if known == nil then
  return { status = "Unknown", message = "The operator reports a state that Headworks does not know (" .. status.state .. ")" }
end
local message = known[2]
local error = sentence(status.error)
if known[1] == "Degraded" and error ~= nil then
  message = message .. ": " .. error
elseif status.state == "COMPLETED" and (status.path or "") ~= "" then
  message = message .. ": " .. status.path
end
return { status = known[1], message = message }
