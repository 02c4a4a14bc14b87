#!/usr/bin/env bash
# Asks the registry about two certificates of the demonstration, and keeps the receipt of the first answer.
set -euo pipefail

registry="${REGISTRY:-http://127.0.0.1:8080}"
demo="${DEMO:-../../data/demo}"
centre="${CENTRE:-centre-450100}"
secret="${CENTRE_SECRET:?is not set: the registry printed it at its first start}"

# ask FILE: prints the SOAP answer; the password does not go on a command line
ask() {
  local der
  der="$(openssl x509 -in "$demo/$1" -outform der | base64 | tr -d '\n')"
  curl -sS --config <(printf 'user = "%s:%s"\n' "$centre" "$secret") \
    -H 'Content-Type: text/xml; charset=utf-8' \
    -H 'SOAPAction: "urn:trustregistry:validation:v1:ValidateCertificate"' \
    --data-binary @- "$registry/soap/v1/validation" << XML
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <v:ValidateCertificate xmlns:v="urn:trustregistry:validation:v1">
      <v:certificate>$der</v:certificate>
      <v:category>0101</v:category>
      <v:stage>LOGIN</v:stage>
      <v:withReceipt>true</v:withReceipt>
    </v:ValidateCertificate>
  </soap:Body>
</soap:Envelope>
XML
}

# element NAME: the texts of the elements of this name, one a line
element() {
  grep -oE "<([a-zA-Z0-9]+:)?$1( [^>]*)?>[^<]*<" | sed -E 's/^[^>]*>//; s/<$//' || true
}

# report FILE ANSWER
report() {
  local verdict
  verdict="$(element verdict <<< "$2")"
  if [[ -z "$verdict" ]]; then
    echo "no verdict: $2" >&2
    exit 1
  fi
  echo "$1: $verdict"
  # a reason is code, effect, standard, text and evidence
  grep -oE '<([a-zA-Z0-9]+:)?reason>' <<< "$2" > /dev/null || return 0
  sed 's/<\([a-zA-Z0-9]*:\)\{0,1\}reason>/\n&/g' <<< "$2" | tail -n +2 | while IFS= read -r reason; do
    echo "  $(element code <<< "$reason" | head -1) ($(element standard <<< "$reason" | head -1)): $(element text <<< "$reason" | head -1)"
  done
}

answer="$(ask gxca/unit-rsa-sign.pem)"
report gxca/unit-rsa-sign.pem "$answer"
receipt="$(sed -E 's/.*<([a-zA-Z0-9]+:)?receipt>/<receipt>/' <<< "$answer")"
element text <<< "$receipt" > receipt.txt
echo "receipt of record $(element recordId <<< "$receipt") kept in receipt.txt"

report gxca/revoked-rsa-sign.pem "$(ask gxca/revoked-rsa-sign.pem)"
