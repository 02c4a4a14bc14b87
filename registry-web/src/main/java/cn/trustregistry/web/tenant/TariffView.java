package cn.trustregistry.web.tenant;

import cn.trustregistry.pricing.Tariff;
import jakarta.ws.rs.core.EntityTag;
import java.time.Instant;
import java.util.List;

/**
 * A version of a tariff in JSON.
 *
 * @param currency always CNY; amounts are fen
 * @param state FUTURE, IN_FORCE or PAST at the moment of the answer
 */
public record TariffView(
    String tenant,
    int version,
    String state,
    String currency,
    String validFrom,
    String publishedAt,
    List<TariffItemJson> items) {
  static TariffView of(Tariff tariff, int inForce, Instant at) {
    String state = tariff.validFrom().isAfter(at) ? "FUTURE" : "PAST";
    return new TariffView(
        tariff.tenant(),
        tariff.version(),
        tariff.version() == inForce ? "IN_FORCE" : state,
        "CNY",
        tariff.validFrom().toString(),
        tariff.publishedAt().toString(),
        tariff.items().stream().map(TariffItemJson::of).toList());
  }

  /** The tag of a company's tariffs: the newest version. */
  static EntityTag tag(int newest) {
    return new EntityTag("v" + newest);
  }
}
