package cn.trustregistry.receipt;

import cn.trustregistry.receipt.ReceiptRefused.Reason;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt says (docs/receipts.md has each member): who decided, for whom, and the whole
 * answer as its record keeps it.
 */
public final class ReceiptClaims {
  /** Raised when a member changes its meaning; members are only added otherwise. */
  private static final long VERSION = 1;

  private static final List<String> NEEDED =
      List.of(
          "iss",
          "jti",
          "centre",
          "decidedAt",
          "at",
          "knownAt",
          "certificate",
          "category",
          "stage",
          "verdict");

  /** A reason of the verdict. */
  public record Cause(String code, String effect, String standard, Map<String, String> evidence) {}

  /** One piece of evidence on revocation, by its names and digests. */
  public record Evidence(
      String certificate, String status, String source, Map<String, String> facts) {}

  private final Map<String, Object> members;

  private ReceiptClaims(Map<String, Object> members) {
    this.members = members;
  }

  /**
   * From the durable record of an answer, and from nothing else.
   *
   * @param issuer the registry's public URL
   * @param recordId name of the record
   * @param centre the asking centre's GB/T 2260 code
   * @param answer the answer in JSON, as the record keeps it
   */
  public static ReceiptClaims of(String issuer, String recordId, String centre, String answer) {
    try {
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("iss", issuer);
      members.put("jti", recordId);
      members.put("ver", VERSION);
      members.put("centre", centre);
      JSONObjectUtils.parse(answer)
          .forEach(
              (name, value) -> {
                if (!name.equals("id")) {
                  members.putIfAbsent(name, value);
                }
              });
      return new ReceiptClaims(members);
    } catch (ParseException e) {
      throw new IllegalStateException("record " + recordId + " no longer parses", e);
    }
  }

  static ReceiptClaims parse(@Nullable Map<String, Object> payload) throws ReceiptRefused {
    if (payload == null) {
      throw new ReceiptRefused(Reason.CLAIMS_MISSING, "the payload is no JSON object");
    }
    for (String name : NEEDED) {
      if (!(payload.get(name) instanceof String)) {
        throw new ReceiptRefused(Reason.CLAIMS_MISSING, "it does not say " + name);
      }
    }
    if (!(payload.get("ver") instanceof Number version) || version.longValue() != VERSION) {
      throw new ReceiptRefused(Reason.CLAIMS_MISSING, "ver is " + payload.get("ver"));
    }
    ReceiptClaims claims = new ReceiptClaims(payload);
    try {
      claims.decidedAt();
      claims.at();
      claims.knownAt();
    } catch (DateTimeParseException e) {
      throw new ReceiptRefused(Reason.CLAIMS_MISSING, String.valueOf(e.getMessage()));
    }
    return claims;
  }

  Map<String, Object> members() {
    return members;
  }

  /** All of it. */
  public String toJson() {
    return JSONObjectUtils.toJSONString(members);
  }

  public String issuer() {
    return text("iss");
  }

  public String recordId() {
    return text("jti");
  }

  /** GB/T 2260 code of the centre that asked. */
  public String centre() {
    return text("centre");
  }

  public Instant decidedAt() {
    return Instant.parse(text("decidedAt"));
  }

  public Instant at() {
    return Instant.parse(text("at"));
  }

  public Instant knownAt() {
    return Instant.parse(text("knownAt"));
  }

  /** SHA-256 of the certificate in hexadecimal. */
  public String certificate() {
    return text("certificate");
  }

  /** code system:version:code. */
  public String category() {
    return text("category");
  }

  public String stage() {
    return text("stage");
  }

  /** VALID, INVALID or INDETERMINATE. */
  public String verdict() {
    return text("verdict");
  }

  /** Empty for records made before the registry kept it. */
  public String requestDigest() {
    return text("requestDigest");
  }

  /** Version of the rule book, or empty where the rules could not be asked. */
  public String ruleBook() {
    return Members.text(Members.object(members.get("recognition")), "ruleBook");
  }

  /** The rule that decided, or empty. */
  public String rule() {
    return Members.text(Members.object(members.get("recognition")), "rule");
  }

  public List<Cause> reasons() {
    return Members.objects(members.get("reasons")).stream()
        .map(
            reason ->
                new Cause(
                    Members.text(reason, "code"),
                    Members.text(reason, "effect"),
                    Members.text(reason, "standard"),
                    Members.texts(reason.get("evidence"))))
        .toList();
  }

  /** What the registry went by: numbers, digests and times of lists, notices and responses. */
  public List<Evidence> revocation() {
    return Members.objects(members.get("revocation")).stream()
        .map(
            piece ->
                new Evidence(
                    Members.text(piece, "certificate"),
                    Members.text(piece, "status"),
                    Members.text(piece, "source"),
                    Members.texts(piece)))
        .toList();
  }

  private String text(String name) {
    return Members.text(members, name);
  }
}
