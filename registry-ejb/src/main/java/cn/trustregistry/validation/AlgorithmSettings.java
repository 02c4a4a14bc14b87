package cn.trustregistry.validation;

import cn.trustregistry.pki.path.AlgorithmPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * From which moment asked about weak algorithms are refused. A date that has passed is not to be
 * changed any more: questions about the past would be answered otherwise than before.
 */
@ApplicationScoped
public class AlgorithmSettings {
  @Inject
  @ConfigProperty(name = "registry.sha1.refused.from")
  Instant sha1RefusedFrom;

  @Inject
  @ConfigProperty(name = "registry.small.keys.refused.from")
  Instant smallKeysRefusedFrom;

  AlgorithmPolicy policy() {
    return new AlgorithmPolicy(Instant.MIN, sha1RefusedFrom, smallKeysRefusedFrom);
  }
}
