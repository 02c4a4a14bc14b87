package cn.trustregistry.web.apply;

import cn.trustregistry.application.Application;
import cn.trustregistry.application.Offer;
import cn.trustregistry.authority.Authorities;
import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.web.portal.Language;
import cn.trustregistry.web.portal.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.stream.Collectors;

/** Offers and fees in words. */
@RequestScoped
public class OfferWords {
  @Inject Authorities authorities;
  @Inject Language language;
  @Inject Texts texts;
  @Inject Forms forms;

  /** Company, what for, for how long, and the fee. */
  String of(Offer offer) {
    String term =
        offer.termMonths() == 1 ? texts.text("month") : texts.text("months", offer.termMonths());
    return forms.text(
        "offer",
        company(offer.tenant()),
        holders(offer.holderKinds()),
        offer.monthly() ? forms.text("byTheMonth") : term,
        fee(offer.feeFen(), offer.monthly()));
  }

  String fee(Application application) {
    return fee(application.feeFen(), application.monthly());
  }

  private String fee(long fen, boolean monthly) {
    if (fen == 0) {
      return texts.text("free");
    }
    return forms.text(monthly ? "feeMonthly" : "fee", Texts.yuan(fen));
  }

  String holders(Collection<HolderKind> kinds) {
    return kinds.stream().map(kind -> texts.text(kind.name())).collect(Collectors.joining(" + "));
  }

  String company(String tenant) {
    return authorities.company(tenant).map(this::name).orElse(tenant);
  }

  String hotline(String tenant) {
    return authorities.company(tenant).map(CaCompany::hotline).orElse("–");
  }

  private String name(CaCompany company) {
    return language.isChinese() ? company.nameZh() : company.nameEn();
  }
}
