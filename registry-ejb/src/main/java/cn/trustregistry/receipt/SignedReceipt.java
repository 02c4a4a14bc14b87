package cn.trustregistry.receipt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.trustregistry.receipt.ReceiptRefused.Reason;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as a text: a JWS in compact serialization or, with a time-stamp, in flattened JSON
 * serialization (RFC 7515 7), the time-stamp standing in the unprotected header {@code etsiU} as a
 * {@code sigTst} (ETSI TS 119 182-1, clause 5.3.4). Nothing in it is believed yet.
 *
 * @param timeStamp the time-stamp token (RFC 3161) in DER, or null
 */
record SignedReceipt(JWSObject jws, byte @Nullable [] timeStamp) {
  static final JOSEObjectType TYPE = new JOSEObjectType("receipt+jwt");

  /** In characters: a receipt has some thousands. */
  static final int MAX_LENGTH = 256 * 1024;

  private static final Set<String> HEADERS = Set.of("alg", "kid", "typ");
  private static final Set<String> MEMBERS = Set.of("payload", "protected", "signature", "header");

  static SignedReceipt parse(String text) throws ReceiptRefused {
    String trimmed = text.strip();
    if (trimmed.length() > MAX_LENGTH) {
      throw malformed("it is longer than " + MAX_LENGTH + " characters");
    }
    try {
      return trimmed.startsWith("{") ? flattened(trimmed) : new SignedReceipt(jws(trimmed), null);
    } catch (ParseException | IllegalArgumentException | IllegalStateException e) {
      throw malformed(String.valueOf(e.getMessage()));
    }
  }

  private static JWSObject jws(String compact) throws ParseException, ReceiptRefused {
    String[] parts = compact.split("\\.", -1);
    if (parts.length != 3) {
      throw malformed("it has not the three parts of a JWS");
    }
    Map<String, Object> header = JSONObjectUtils.parse(new Base64URL(parts[0]).decodeToString());
    requireKnown(header);
    return JWSObject.parse(compact);
  }

  /** Before any key is looked at: "none", shared keys and keys brought along end here. */
  private static void requireKnown(Map<String, Object> header) throws ReceiptRefused {
    Object algorithm = header.get("alg");
    if (!(algorithm instanceof String name) || ReceiptAlgorithm.named(name).isEmpty()) {
      throw new ReceiptRefused(Reason.ALGORITHM_REFUSED, "alg is " + algorithm);
    }
    for (String member : header.keySet()) {
      if (!HEADERS.contains(member)) {
        throw new ReceiptRefused(Reason.HEADER_REFUSED, "it has a header " + member);
      }
    }
  }

  private static SignedReceipt flattened(String json) throws ParseException, ReceiptRefused {
    Map<String, Object> members = JSONObjectUtils.parse(json);
    if (!MEMBERS.containsAll(members.keySet())) {
      throw malformed("it has other members than those of a flattened JWS");
    }
    String compact =
        JSONObjectUtils.getString(members, "protected")
            + "."
            + JSONObjectUtils.getString(members, "payload")
            + "."
            + JSONObjectUtils.getString(members, "signature");
    Map<String, Object> header = JSONObjectUtils.getJSONObject(members, "header");
    return new SignedReceipt(jws(compact), header == null ? null : timeStamp(header));
  }

  private static byte[] timeStamp(Map<String, Object> header)
      throws ParseException, ReceiptRefused {
    if (!header.keySet().equals(Set.of("etsiU"))) {
      throw new ReceiptRefused(Reason.HEADER_REFUSED, "unprotected headers " + header.keySet());
    }
    List<Object> elements = JSONObjectUtils.getJSONArray(header, "etsiU");
    if (elements == null || elements.size() != 1) {
      throw malformed("etsiU has not one element");
    }
    String element = new Base64URL(String.valueOf(elements.get(0))).decodeToString();
    Map<String, Object> container =
        JSONObjectUtils.getJSONObject(JSONObjectUtils.parse(element), "sigTst");
    Map<String, Object>[] tokens =
        container == null ? null : JSONObjectUtils.getJSONObjectArray(container, "tstTokens");
    if (tokens == null || tokens.length != 1) {
      throw malformed("sigTst has not one token");
    }
    return Base64.getDecoder().decode(String.valueOf(tokens[0].get("val")));
  }

  /** What a time-stamp is taken over: the signature as it stands in the text. */
  static byte[] stamped(JWSObject jws) {
    return jws.getSignature().toString().getBytes(US_ASCII);
  }

  /** The text that is handed out. */
  String text() {
    if (timeStamp == null) {
      return jws.serialize();
    }
    Map<String, Object> token = Map.of("val", Base64.getEncoder().encodeToString(timeStamp));
    String element =
        JSONObjectUtils.toJSONString(Map.of("sigTst", Map.of("tstTokens", List.of(token))));
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("payload", jws.getPayload().toBase64URL().toString());
    members.put("protected", jws.getHeader().toBase64URL().toString());
    members.put("signature", jws.getSignature().toString());
    members.put("header", Map.of("etsiU", List.of(Base64URL.encode(element).toString())));
    return JSONObjectUtils.toJSONString(members);
  }

  private static ReceiptRefused malformed(String detail) {
    return new ReceiptRefused(Reason.MALFORMED, detail);
  }
}
