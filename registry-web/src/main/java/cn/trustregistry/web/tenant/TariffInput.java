package cn.trustregistry.web.tenant;

import cn.trustregistry.pricing.TariffItem;
import cn.trustregistry.pricing.TariffOffer;
import cn.trustregistry.web.rest.Parameters;
import cn.trustregistry.web.rest.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tariff as a company sends it: {@code validFrom} is an RFC 3339 time from when it is in force,
 * now if absent. No field is annotated: the server would then leave out the list.
 */
public class TariffInput {
  private static final int MOST_ITEMS = 500;

  public @Nullable String validFrom;

  public @Nullable List<TariffItemJson> items;

  static TariffOffer offer(@Nullable TariffInput input, Instant at) {
    if (input == null || input.items == null || input.items.size() > MOST_ITEMS) {
      throw Problem.badRequest("invalid-parameter", "items", "Up to 500 items are needed.")
          .exception();
    }
    Instant validFrom = Parameters.time("validFrom", input.validFrom);
    List<TariffItem> items = new ArrayList<>();
    for (TariffItemJson item : input.items) {
      items.add(item.item("items[" + items.size() + "]"));
    }
    return new TariffOffer(validFrom == null ? at : validFrom, items);
  }
}
