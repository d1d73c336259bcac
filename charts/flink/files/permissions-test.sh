# Asks the API server what this ServiceAccount may do: all that Flink does, and no secrets.
ask() {
  answer=$(curl -sS --fail-with-body --cacert "$ACCOUNT/ca.crt" \
    -H "Authorization: Bearer $(cat "$ACCOUNT/token")" -H 'Content-Type: application/json' \
    -d "{\"apiVersion\":\"authorization.k8s.io/v1\",\"kind\":\"SelfSubjectAccessReview\",\"spec\":{\"resourceAttributes\":{\"namespace\":\"$(cat "$ACCOUNT/namespace")\",\"verb\":\"$1\",\"resource\":\"$2\"}}}" \
    "$API_SERVER/apis/authorization.k8s.io/v1/selfsubjectaccessreviews") || { echo "$answer"; exit 1; }
  echo "$answer" | tr -d ' \n' | grep -q '"allowed":true'
}
for right in $RIGHTS; do
  ask "${right%:*}" "${right#*:}" && continue
  echo "The ServiceAccount may not ${right%:*} ${right#*:}: look at its Role and RoleBinding."
  exit 1
done
if ask list secrets; then
  echo "The ServiceAccount may list secrets: somebody else bound it to more than its Role."
  exit 1
fi
echo "The ServiceAccount may do what Flink does, and no more."
