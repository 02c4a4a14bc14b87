package cn.trustregistry.start;

import cn.trustregistry.access.Credentials;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Loads what the doors need, after the schema is up to date. */
@Singleton
@Startup
@DependsOn("Migration")
@TransactionManagement(TransactionManagementType.BEAN)
public class RegistryStart {
  @Inject Credentials credentials;

  @PostConstruct
  void start() {
    credentials.load();
  }
}
