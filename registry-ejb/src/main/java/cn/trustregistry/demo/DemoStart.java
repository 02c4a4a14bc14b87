package cn.trustregistry.demo;

import cn.trustregistry.access.Credentials;
import cn.trustregistry.access.IssuedSecret;
import cn.trustregistry.access.Scope;
import cn.trustregistry.authority.Authorities;
import cn.trustregistry.centre.Centres;
import cn.trustregistry.centre.TradingCentre;
import cn.trustregistry.pricing.Tariffs;
import cn.trustregistry.publication.Crls;
import cn.trustregistry.publication.Publications;
import cn.trustregistry.recognition.Recognitions;
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

  @Inject Authorities authorities;
  @Inject Centres centres;
  @Inject Credentials credentials;
  @Inject Crls crls;
  @Inject Publications publications;
  @Inject Recognitions recognitions;
  @Inject Tariffs tariffs;

  @Inject
  @ConfigProperty(name = "registry.data")
  String data;

  public void start(Instant at) {
    DemoFiles files = new DemoFiles(Path.of(data, "demo"));
    if (authorities.companies().isEmpty()) {
      create(files, at);
    } else {
      refreshCrls(files, at);
    }
  }

  private void create(DemoFiles files, Instant at) {
    LOG.info("demo: loading the Guangxi case");
    List<IssuedSecret> secrets = new ArrayList<>();
    ADMINS.forEach(name -> secrets.add(credentials.issueToAdministrator(name, ACTOR, at)));
    recognitions.addCategories(GuangxiRules.CATEGORIES, ACTOR, at);
    recognitions.publish(GuangxiRules.RULES, ADMINS.get(0), ADMINS.get(1), "通知 2022-12-13", at);
    for (TradingCentre centre : GuangxiCentres.ALL) {
      centres.register(centre, ACTOR, at);
      secrets.add(credentials.issueToCentre(centre.code(), "centre-" + centre.code(), ACTOR, at));
    }
    for (GuangxiCompany company : GuangxiCompany.ALL) {
      authorities.register(company.company(), ACTOR, at);
      tariffs.publish(company.code(), company.tariff(), TARIFFS_FROM, ACTOR, at);
      secrets.add(
          credentials.issueToCaCompany(
              company.code(), company.code() + "-client", EnumSet.allOf(Scope.class), ACTOR, at));
      tenant(company, files).create(ADMINS, at);
    }
    files.secretText("credentials-once.txt", DemoCredentials.text(secrets));
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
