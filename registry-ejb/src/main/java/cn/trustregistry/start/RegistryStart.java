package cn.trustregistry.start;

import cn.trustregistry.access.Credentials;
import cn.trustregistry.demo.DemoStart;
import cn.trustregistry.pki.FastSignatures;
import cn.trustregistry.receipt.issuing.ReceiptKeyring;
import cn.trustregistry.signing.SigningIdentities;
import cn.trustregistry.token.SigningKeys;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Loads what the doors need, after the schema is up to date. */
@Singleton
@Startup
@DependsOn("Migration")
@TransactionManagement(TransactionManagementType.BEAN)
public class RegistryStart {
  private static final Logger LOG = Logger.getLogger(RegistryStart.class.getName());

  @Inject Credentials credentials;
  @Inject SigningKeys signingKeys;
  @Inject ReceiptKeyring receiptKeys;
  @Inject SigningIdentities signingIdentities;
  @Inject TrustLoading trust;
  @Inject DemoStart demo;
  @Inject FirstAdmin firstAdmin;

  @Inject
  @ConfigProperty(name = "registry.demo")
  boolean demoMode;

  @PostConstruct
  void start() {
    Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
    credentials.load();
    signingKeys.refresh(at);
    receiptKeys.refresh(at);
    signingIdentities.refresh(at);
    LOG.info("signatures are verified by " + FastSignatures.chosen());
    trust.load();
    if (demoMode) {
      demo.start(at);
    } else {
      firstAdmin.invite(at);
    }
  }
}
