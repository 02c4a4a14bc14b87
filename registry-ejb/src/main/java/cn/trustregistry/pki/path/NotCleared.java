package cn.trustregistry.pki.path;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Evidence;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.Verdict;
import cn.trustregistry.pki.revocation.RevocationCause;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A cause the room of revocation gives, together with the certificate of the path that it concerns.
 */
public record NotCleared(Certificate certificate, RevocationCause cause) implements Reason {
  @Override
  public String code() {
    return cause.code();
  }

  @Override
  public Verdict effect() {
    return cause.effect();
  }

  @Override
  public String standard() {
    return cause.standard();
  }

  @Override
  public Map<String, String> evidence() {
    Map<String, String> facts = new LinkedHashMap<>(Evidence.of(certificate).facts());
    facts.putAll(cause.evidence());
    return facts;
  }
}
