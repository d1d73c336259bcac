# Asks the API server whether this ServiceAccount may do what a driver (or
# ROLE) does. NEEDS: `verb:resource` or `verb:resource:group`, with spaces between.
may() {
  answer=$(curl -sS --fail-with-body --cacert "$ACCOUNT/ca.crt" \
    -H "Authorization: Bearer $(cat "$ACCOUNT/token")" -H 'Content-Type: application/json' \
    -d "{\"apiVersion\":\"authorization.k8s.io/v1\",\"kind\":\"SelfSubjectAccessReview\",\"spec\":{\"resourceAttributes\":{\"namespace\":\"$(cat "$ACCOUNT/namespace")\",\"verb\":\"$1\",\"resource\":\"$2\",\"group\":\"${3:-}\"}}}" \
    "$API_SERVER/apis/authorization.k8s.io/v1/selfsubjectaccessreviews") || { echo "$answer"; exit 1; }
  echo "$answer" | tr -d ' \n' | grep -q '"allowed":true' && return
  echo "The ServiceAccount may not $1 $2: look at its Role and RoleBinding."
  exit 1
}
: "${NEEDS:=create:pods get:pods list:pods watch:pods delete:pods create:services get:services delete:services create:configmaps get:configmaps delete:configmaps}"
for need in $NEEDS; do
  may $(echo "$need" | tr ':' ' ')
done
echo "The ServiceAccount may do what a ${ROLE:-driver} does."
