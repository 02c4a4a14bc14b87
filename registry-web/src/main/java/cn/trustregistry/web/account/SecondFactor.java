package cn.trustregistry.web.account;

import cn.trustregistry.account.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether people have to have one-time codes before they see anything. */
@ApplicationScoped
public class SecondFactor {
  @Inject
  @ConfigProperty(name = "registry.demo", defaultValue = "false")
  boolean demo;

  /** In the demonstration everybody may go without; elsewhere nobody with a password may. */
  boolean isMissing(Person person) {
    return !demo && !person.hasTotp();
  }
}
