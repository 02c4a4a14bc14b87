package cn.trustregistry.web.replacement;

import cn.trustregistry.replacement.ReplacementReason;
import cn.trustregistry.replacement.ReplacementRequest;
import cn.trustregistry.replacement.ReplacementRequest.Exchange;
import cn.trustregistry.trust.KeyHandling;
import cn.trustregistry.web.rest.Parameters;
import cn.trustregistry.web.rest.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A replacement as a company sends it: {@code reason} is LEGACY_EXCHANGE, LOSS, DAMAGE,
 * INFORMATION_CHANGE, RENEWAL or KEY_COMPROMISE; {@code tariffItem} names the line of the tariff
 * where more than one fits. No field is annotated: the server would then leave out the list.
 */
public class ReplacementInput {
  private static final Pattern SHA256 = Pattern.compile("[0-9A-Fa-f]{64}");
  private static final int MOST = 10;

  public @Nullable String reason;

  public @Nullable List<ExchangeInput> certificates;

  public @Nullable String tariffItem;

  /** One certificate for another: SHA-256 of both, and SAME_KEY, ESCROWED or NEW_KEY. */
  public static class ExchangeInput {
    public @Nullable String oldCertificate;

    public @Nullable String newCertificate;

    public @Nullable String key;
  }

  static ReplacementRequest request(@Nullable ReplacementInput input) {
    if (input == null || input.certificates == null || input.certificates.size() > MOST) {
      throw Problem.badRequest(
              "invalid-parameter", "certificates", "One certificate or a pair is needed.")
          .exception();
    }
    List<Exchange> exchanges = new ArrayList<>();
    for (ExchangeInput each : input.certificates) {
      String at = "certificates[" + exchanges.size() + "]";
      exchanges.add(
          new Exchange(
              sha256(at + ".oldCertificate", each.oldCertificate),
              sha256(at + ".newCertificate", each.newCertificate),
              Parameters.oneOf(KeyHandling.class, at + ".key", each.key)));
    }
    return new ReplacementRequest(
        Parameters.oneOf(ReplacementReason.class, "reason", input.reason),
        exchanges,
        input.tariffItem);
  }

  private static String sha256(String field, @Nullable String value) {
    String text = Parameters.required(field, value);
    if (!SHA256.matcher(text).matches()) {
      throw Problem.badRequest(
              "invalid-parameter", field, field + " must be a SHA-256: 64 hexadecimal digits.")
          .exception();
    }
    return text.toLowerCase(Locale.ROOT);
  }
}
