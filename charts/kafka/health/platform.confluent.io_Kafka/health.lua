-- How well a Kafka cluster of Confluent for Kubernetes is.
-- From Confluent's published examples of the status only: not recorded from a running operator.
local status = obj.status or {}
if obj.metadata.deletionTimestamp ~= nil then
  return { status = "Progressing", message = "The Kafka cluster is being deleted" }
end
if status.phase == "RUNNING" then
  if (status.readyReplicas or 0) < (status.replicas or 0) then
    return { status = "Progressing", message = status.readyReplicas .. " of " .. status.replicas .. " pods of the Kafka cluster are ready" }
  end
  return { status = "Healthy", message = "The Kafka cluster runs" }
end
if status.phase == "FAILED" or status.phase == "ERROR" then
  return { status = "Degraded", message = "The Kafka cluster has failed" }
end
return { status = "Progressing", message = "The Kafka cluster is being made" }
