// Asks the registry about two certificates of the demonstration, and keeps the receipt of the first answer.
import { readFile, writeFile } from "node:fs/promises";
import soap from "soap";

const registry = process.env.REGISTRY ?? "http://127.0.0.1:8080";
const demo = process.env.DEMO ?? "../../data/demo";
const centre = process.env.CENTRE ?? "centre-450100";
const secret = process.env.CENTRE_SECRET;
if (!secret) {
  console.error("CENTRE_SECRET is not set: the registry printed it at its first start");
  process.exit(2);
}

const service = `${registry}/soap/v1/validation`;
const client = await soap.createClientAsync(`${service}?wsdl`, { endpoint: service });
client.setSecurity(new soap.BasicAuthSecurity(centre, secret));

// DER in base64 is what stands between the lines of a PEM file.
async function certificate(file) {
  const pem = await readFile(`${demo}/${file}`, "utf8");
  return pem.replaceAll(/-----[^-]+-----|\s/g, "");
}

async function ask(file) {
  const [answer] = await client.ValidateCertificateAsync({
    certificate: await certificate(file),
    category: "0101",
    stage: "LOGIN",
    withReceipt: true,
  });
  console.log(`${file}: ${answer.verdict}`);
  for (const reason of answer.reason ?? []) {
    console.log(`  ${reason.code} (${reason.standard}): ${reason.text[0].$value}`);
  }
  return answer;
}

try {
  const { receipt } = await ask("gxca/unit-rsa-sign.pem");
  await writeFile("receipt.txt", receipt.text);
  console.log(`receipt of record ${receipt.recordId} kept in receipt.txt`);
  await ask("gxca/revoked-rsa-sign.pem");
} catch (failed) {
  // a typed fault says what was wrong: code, field, text
  console.error(failed.root?.Envelope?.Body?.Fault?.detail ?? failed.message);
  process.exit(1);
}
