package cn.trustregistry.trustlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who runs the registry and where it is reached, as the operator set it. */
@ApplicationScoped
class TrustListScheme {
  /** What is the same in every list. */
  record Facts(
      String operator,
      String operatorZh,
      String street,
      String locality,
      String email,
      String url) {}

  @Inject
  @ConfigProperty(name = "registry.operator.name")
  String operator;

  @Inject
  @ConfigProperty(name = "registry.operator.name.zh")
  String operatorZh;

  @Inject
  @ConfigProperty(name = "registry.operator.street")
  String street;

  @Inject
  @ConfigProperty(name = "registry.operator.locality")
  String locality;

  @Inject
  @ConfigProperty(name = "registry.operator.email")
  String email;

  @Inject
  @ConfigProperty(name = "registry.public.url")
  String url;

  Facts facts() {
    return new Facts(operator, operatorZh, street, locality, email, url);
  }
}
