package cn.trustregistry.demo;

import cn.trustregistry.access.Credentials;
import cn.trustregistry.access.IssuedSecret;
import cn.trustregistry.access.Scope;
import cn.trustregistry.authority.Authorities;
import cn.trustregistry.centre.Centres;
import cn.trustregistry.centre.TradingCentre;
import cn.trustregistry.pricing.Tariffs;
import cn.trustregistry.project.Projects;
import cn.trustregistry.publication.Crls;
import cn.trustregistry.publication.Publications;
import cn.trustregistry.recognition.Recognitions;
import cn.trustregistry.replacement.ReplacementReason;
import cn.trustregistry.replacement.ReplacementRequest;
import cn.trustregistry.replacement.ReplacementRequest.Exchange;
import cn.trustregistry.replacement.Replacements;
import cn.trustregistry.trust.KeyHandling;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fills an empty registry with the Guangxi case, and keeps its CRLs fresh at later starts. */
@ApplicationScoped
public class DemoStart {
  private static final Logger LOG = Logger.getLogger(DemoStart.class.getName());
  private static final String ACTOR = "demo-start";
  private static final List<String> ADMINS = List.of("demo-admin-1", "demo-admin-2");
  private static final Instant TARIFFS_FROM = Instant.parse("2022-12-12T16:00:00Z");
  private static final Instant PROMOTION_OVER = Instant.parse("2022-12-31T16:00:00Z");

  @Inject DemoPeople demoPeople;
  @Inject Authorities authorities;
  @Inject Centres centres;
  @Inject Credentials credentials;
  @Inject Crls crls;
  @Inject Projects projects;
  @Inject Publications publications;
  @Inject Recognitions recognitions;
  @Inject Replacements replacements;
  @Inject Tariffs tariffs;

  @Inject
  @ConfigProperty(name = "registry.data")
  String data;

  public void start(Instant at) {
    DemoFiles files = new DemoFiles(Path.of(data, "demo"));
    if (files.halfLoaded()) {
      throw new IllegalStateException("the demonstration was stopped while it was being loaded");
    }
    if (authorities.companies().isEmpty()) {
      files.loading();
      create(files, at);
      files.loaded();
    } else {
      refreshCrls(files, at);
    }
  }

  private void create(DemoFiles files, Instant at) {
    LOG.info("demo: loading the Guangxi case");
    List<IssuedSecret> secrets = new ArrayList<>();
    demoPeople.create(at).forEach(secrets::add);
    recognitions.addCategories(GuangxiRules.CATEGORIES, ACTOR, at);
    recognitions.publish(
        GuangxiRules.RULES,
        GuangxiRules.LEGACY_ISSUED_UNTIL,
        ADMINS.get(0),
        ADMINS.get(1),
        "通知 2022-12-13",
        at);
    for (TradingCentre centre : GuangxiCentres.ALL) {
      centres.register(centre, ACTOR, at);
      secrets.add(credentials.issueToCentre(centre.code(), "centre-" + centre.code(), ACTOR, at));
    }
    for (GuangxiCompany company : GuangxiCompany.ALL) {
      authorities.register(company.company(), ACTOR, at);
      tariffs.publish(company.code(), company.promotion(), TARIFFS_FROM, ACTOR, at);
      tariffs.publish(company.code(), company.tariff(), PROMOTION_OVER, ACTOR, at);
      secrets.add(
          credentials.issueToCaCompany(
              company.code(), company.code() + "-client", EnumSet.allOf(Scope.class), ACTOR, at));
      tenant(company, files).create(ADMINS, at);
    }
    GuangxiProjects.ALL.forEach(report -> projects.report(GuangxiProjects.CENTRE, report, at));
    replace(files, at);
    files.secretText("credentials-once.txt", DemoCredentials.text(secrets));
  }

  /** A holder of an old certificate of 华测CA has chosen 广西CA: a pair for a pair, free of charge. */
  private void replace(DemoFiles files, Instant at) {
    GuangxiCompany chosen = GuangxiCompany.ALL.get(0);
    GuangxiCompany old = GuangxiCompany.ALL.get(1);
    DemoTenant tenant = tenant(chosen, files);
    tenant.issueLater(DemoHolder.REPLACEMENT, at);
    String before = old.code() + "/" + DemoHolder.LEGACY + "-";
    String after = chosen.code() + "/" + DemoHolder.REPLACEMENT.id() + "-";
    replacements.record(
        tenant.client(),
        new ReplacementRequest(
            ReplacementReason.LEGACY_EXCHANGE,
            List.of(
                new Exchange(
                    files.sha256(before + "sign"),
                    files.sha256(after + "sign"),
                    KeyHandling.NEW_KEY),
                new Exchange(
                    files.sha256(before + "enc"),
                    files.sha256(after + "enc"),
                    KeyHandling.ESCROWED)),
            null),
        at);
  }

  private void refreshCrls(DemoFiles files, Instant at) {
    for (GuangxiCompany company : GuangxiCompany.ALL) {
      tenant(company, files).refreshCrls(at);
    }
  }

  private DemoTenant tenant(GuangxiCompany company, DemoFiles files) {
    return new DemoTenant(company, files, authorities, publications, crls);
  }
}
