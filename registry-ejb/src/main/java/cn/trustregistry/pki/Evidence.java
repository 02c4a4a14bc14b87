package cn.trustregistry.pki;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gathers the facts of a {@link Reason} in their order. */
public final class Evidence {
  private final Map<String, String> facts = new LinkedHashMap<>();

  private Evidence() {}

  public static Evidence none() {
    return new Evidence();
  }

  /**
   * Starts with the certificate the reason is about: its subject, serial number in hexadecimal, and
   * fingerprint.
   */
  public static Evidence of(Certificate certificate) {
    return new Evidence()
        .with("subject", certificate.subject())
        .with("serial", certificate.serial().toString(16))
        .with("certificate", certificate.sha256());
  }

  /** Adds a fact in its own words. */
  public Evidence with(String name, Object fact) {
    facts.put(name, fact.toString());
    return this;
  }

  public Map<String, String> facts() {
    return Collections.unmodifiableMap(facts);
  }
}
