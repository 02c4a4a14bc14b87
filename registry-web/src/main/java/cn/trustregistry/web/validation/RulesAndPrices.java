package cn.trustregistry.web.validation;

import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.pricing.Tariff;
import cn.trustregistry.pricing.TariffItem;
import cn.trustregistry.pricing.Tariffs;
import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.recognition.Profile;
import cn.trustregistry.recognition.RecognitionDecision;
import cn.trustregistry.recognition.RecognitionFacts;
import cn.trustregistry.recognition.RuleBook;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.trust.TrustSnapshot;
import cn.trustregistry.trust.TrustState;
import cn.trustregistry.validation.RegistryUnavailable;
import cn.trustregistry.validation.RequestRefused;
import cn.trustregistry.web.soap.CommonXml;
import cn.trustregistry.web.soap.Faults;
import cn.trustregistry.web.soap.SoapCall;
import cn.trustregistry.wsdl.common.v1.InvalidRequestFault;
import cn.trustregistry.wsdl.common.v1.RegistryUnavailableFault;
import cn.trustregistry.wsdl.validation.v1.GetRecognition;
import cn.trustregistry.wsdl.validation.v1.GetRecognitionResponse;
import cn.trustregistry.wsdl.validation.v1.GetTariffs;
import cn.trustregistry.wsdl.validation.v1.GetTariffsResponse;
import cn.trustregistry.wsdl.validation.v1.RecognisedUse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What is recognised, and what it costs. */
final class RulesAndPrices {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private RulesAndPrices() {}

  static GetRecognitionResponse recognition(SoapCall call, GetRecognition xml)
      throws RequestRefused, RegistryUnavailable, RegistryUnavailableFault {
    TrustSnapshot snapshot = snapshot();
    CategoryRef category = CommonXml.category(xml.getCategory());
    if (snapshot.recognition().categories().find(category).isEmpty()) {
      throw new RequestRefused(
          RequestRefused.Code.UNKNOWN_CATEGORY, "category", category.toString());
    }
    RuleBook book = snapshot.recognition().newest().orElse(null);
    if (book == null) {
      throw Faults.unavailable("RULE_BOOK_MISSING");
    }
    Instant at = RequestXml.moment("at", xml.getAt(), call.now(), RequestXml.LATEST);
    GetRecognitionResponse response = new GetRecognitionResponse();
    response.setRuleBookVersion(book.version());
    response.setPublishedAt(book.publishedAt());
    response.setAt(at);
    for (CaCompany company : snapshot.companies()) {
      for (RecognitionFacts facts : uses(company, category, call, xml, at)) {
        RecognitionDecision decision = book.decide(facts, snapshot.recognition().categories());
        response.getUse().add(use(facts, decision));
      }
    }
    return response;
  }

  /** Every kind of certificate that one company may have issued. */
  private static List<RecognitionFacts> uses(
      CaCompany company, CategoryRef category, SoapCall call, GetRecognition xml, Instant at) {
    List<RecognitionFacts> uses = new ArrayList<>();
    for (HolderKind kind : HolderKind.values()) {
      for (Medium medium : Medium.values()) {
        for (Profile profile : Profile.values()) {
          uses.add(
              new RecognitionFacts(
                  company.code(),
                  kind,
                  medium,
                  profile,
                  category,
                  Stage.valueOf(xml.getStage().value()),
                  call.centre().centre(),
                  xml.getListedOn(),
                  at,
                  call.centre().clientId(),
                  null,
                  null));
        }
      }
    }
    return uses;
  }

  private static RecognisedUse use(RecognitionFacts facts, RecognitionDecision decision) {
    RecognisedUse xml = new RecognisedUse();
    xml.setAuthority(facts.tenant());
    xml.setHolderKind(facts.holderKind().name());
    xml.setMedium(facts.medium().name());
    xml.setProfile(facts.profile().name());
    xml.setEffect(decision.effect());
    decision
        .rule()
        .ifPresent(
            rule -> {
              xml.setRule(rule.id());
              xml.getNote().add(CommonXml.text("zh-CN", rule.noteZh()));
              xml.getNote().add(CommonXml.text("en", rule.noteEn()));
            });
    return xml;
  }

  static GetTariffsResponse tariffs(SoapCall call, GetTariffs xml)
      throws RequestRefused, RegistryUnavailable, InvalidRequestFault {
    TrustSnapshot snapshot = snapshot();
    String wanted = xml.getAuthority();
    if (wanted != null && snapshot.company(wanted).isEmpty()) {
      throw Faults.invalidRequest("UNKNOWN_AUTHORITY", "authority", wanted);
    }
    Instant at = RequestXml.moment("at", xml.getAt(), call.now(), RequestXml.LATEST);
    Tariffs tariffs = SoapCall.bean(Tariffs.class);
    GetTariffsResponse response = new GetTariffsResponse();
    response.setAt(at);
    for (CaCompany company : snapshot.companies()) {
      if (wanted == null || wanted.equals(company.code())) {
        tariffs
            .inForce(company.code(), at)
            .ifPresent(tariff -> response.getTariff().add(tariff(company, tariff, at)));
      }
    }
    return response;
  }

  private static cn.trustregistry.wsdl.validation.v1.Tariff tariff(
      CaCompany company, Tariff tariff, Instant at) {
    var xml = new cn.trustregistry.wsdl.validation.v1.Tariff();
    xml.setAuthority(AnswerXml.authority(company));
    xml.setVersion(tariff.version());
    xml.setValidFrom(tariff.validFrom());
    LocalDate day = LocalDate.ofInstant(at, ZONE);
    tariff.items().forEach(item -> xml.getItem().add(item(item, day)));
    return xml;
  }

  private static cn.trustregistry.wsdl.validation.v1.TariffItem item(
      TariffItem item, LocalDate day) {
    var xml = new cn.trustregistry.wsdl.validation.v1.TariffItem();
    xml.setId(item.id());
    xml.setHolderKind(item.holderKind().name());
    xml.setMedium(item.medium().name());
    xml.setTermMonths(item.termMonths());
    xml.setCertificateFen(item.certificateFen());
    xml.setMediumFen(item.mediumFen());
    xml.setSealFen(item.sealFen());
    xml.setServiceFen(item.serviceFen());
    xml.setTotalFen(item.totalFen(day));
    xml.setMonthlyFen(item.monthlyFen());
    if (item.monthlyFen() != null) {
      xml.setFreeMonths(item.freeMonths());
    }
    xml.setFreeUntil(item.freeUntil());
    xml.getNote().add(CommonXml.text("zh-CN", item.noteZh()));
    xml.getNote().add(CommonXml.text("en", item.noteEn()));
    return xml;
  }

  private static TrustSnapshot snapshot() throws RegistryUnavailable {
    return SoapCall.bean(TrustState.class)
        .current()
        .orElseThrow(
            () ->
                new RegistryUnavailable(
                    RegistryUnavailable.Code.TRUST_NOT_LOADED, "no trust snapshot"));
  }
}
