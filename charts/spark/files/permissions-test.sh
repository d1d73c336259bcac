# Asks the API server whether this ServiceAccount may do what a driver does.
may() {
  answer=$(curl -sS --fail-with-body --cacert "$ACCOUNT/ca.crt" \
    -H "Authorization: Bearer $(cat "$ACCOUNT/token")" -H 'Content-Type: application/json' \
    -d "{\"apiVersion\":\"authorization.k8s.io/v1\",\"kind\":\"SelfSubjectAccessReview\",\"spec\":{\"resourceAttributes\":{\"namespace\":\"$(cat "$ACCOUNT/namespace")\",\"verb\":\"$1\",\"resource\":\"$2\"}}}" \
    "$API_SERVER/apis/authorization.k8s.io/v1/selfsubjectaccessreviews") || { echo "$answer"; exit 1; }
  echo "$answer" | tr -d ' \n' | grep -q '"allowed":true' && return
  echo "The ServiceAccount may not $1 $2: look at its Role and RoleBinding."
  exit 1
}
for verb in create get list watch delete; do may $verb pods; done
for verb in create get delete; do may $verb services; may $verb configmaps; done
echo "The ServiceAccount may do what a driver does."
