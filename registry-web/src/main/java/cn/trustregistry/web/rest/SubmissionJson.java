package cn.trustregistry.web.rest;

import cn.trustregistry.publication.CertificateAttributes;
import cn.trustregistry.publication.CertificateSubmission;
import cn.trustregistry.publication.PublicationRefused;
import cn.trustregistry.publication.PublicationRefused.Kind;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.recognition.Profile;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one line of a bulk publication. */
final class SubmissionJson {
  private static final Set<String> MEMBERS =
      Set.of("certificate", "holderKind", "medium", "profile", "pair");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private SubmissionJson() {}

  /**
   * @throws PublicationRefused naming the member that is wrong
   */
  static CertificateSubmission read(byte[] line) {
    JsonObject json = object(line);
    for (String member : json.keySet()) {
      if (!MEMBERS.contains(member)) {
        throw refused(member, "There is no member " + member + "; there are " + MEMBERS + ".");
      }
    }
    return new CertificateSubmission(
        certificate(json),
        new CertificateAttributes(
            oneOf(HolderKind.class, "holderKind", text(json, "holderKind")),
            oneOf(Medium.class, "medium", text(json, "medium")),
            json.containsKey("profile")
                ? oneOf(Profile.class, "profile", text(json, "profile"))
                : Profile.STANDARD),
        pair(text(json, "pair")));
  }

  /** The fingerprint of a pair, or null if there is none. */
  static @Nullable String pair(@Nullable String pair) {
    if (pair != null && !SHA256.matcher(pair).matches()) {
      throw refused("pair", "pair must be a SHA-256 in 64 lower-case hexadecimal digits.");
    }
    return pair;
  }

  private static JsonObject object(byte[] line) {
    try (JsonReader reader =
        READERS.createReader(new ByteArrayInputStream(line), StandardCharsets.UTF_8)) {
      return reader.readObject();
    } catch (JsonException e) {
      throw refused("line", "The line is not one JSON object.");
    }
  }

  private static byte[] certificate(JsonObject json) {
    String text = text(json, "certificate");
    if (text == null) {
      throw refused("certificate", "certificate is missing.");
    }
    if (text.startsWith("-----BEGIN")) {
      return text.getBytes(StandardCharsets.ISO_8859_1);
    }
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw refused("certificate", "certificate is neither base64 (RFC 4648 4) nor PEM.");
    }
  }

  private static @Nullable String text(JsonObject json, String member) {
    JsonValue value = json.get(member);
    if (value == null || value == JsonValue.NULL) {
      return null;
    }
    if (value instanceof JsonString string) {
      return string.getString();
    }
    throw refused(member, member + " must be a string.");
  }

  private static <E extends Enum<E>> E oneOf(Class<E> type, String name, @Nullable String value) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(value)) {
        return constant;
      }
    }
    throw refused(name, name + " must be one of " + Arrays.toString(type.getEnumConstants()) + ".");
  }

  private static PublicationRefused refused(String member, String detail) {
    return new PublicationRefused(Kind.MALFORMED_SUBMISSION, member, detail);
  }
}
