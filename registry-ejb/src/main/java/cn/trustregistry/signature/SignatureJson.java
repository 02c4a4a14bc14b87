package cn.trustregistry.signature;

import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.signature.SignerJudgement;
import cn.trustregistry.signature.SignatureAnswer.Signer;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;

/** The answer in JSON, as its record keeps it; names are stable and only added to. */
final class SignatureJson {
  private SignatureJson() {}

  static String of(SignatureAnswer answer) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.createGenerator(text)) {
      json.writeStartObject()
          .write("id", answer.id())
          .write("decidedAt", answer.decidedAt().toString())
          .write("verdict", answer.verdict().name())
          .writeStartArray("signers");
      answer.signers().forEach(signer -> write(json, signer));
      json.writeEnd().writeEnd();
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Signer signer) {
    SignerJudgement judgement = signer.judgement();
    json.writeStartObject()
        .write("signature", signer.signatureVerdict().name())
        .write("algorithm", judgement.algorithm());
    if (judgement.certificate() != null) {
      json.write("certificate", judgement.certificate().sha256());
    }
    if (judgement.claimedAt() != null) {
      json.write("claimedAt", judgement.claimedAt().toString());
    }
    signer.validation().ifPresent(recorded -> json.write("validation", recorded.id()));
    json.writeStartArray("reasons");
    for (Reason reason : judgement.reasons()) {
      json.writeStartObject().write("code", reason.code()).writeStartObject("evidence");
      reason.evidence().forEach(json::write);
      json.writeEnd().writeEnd();
    }
    json.writeEnd().writeEnd();
  }
}
