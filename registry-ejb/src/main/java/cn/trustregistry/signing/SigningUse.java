package cn.trustregistry.signing;

/** What a key signs, and the purpose its certificate names. */
public enum SigningUse {
  /** RFC 6960 4.2.2.2: id-kp-OCSPSigning. */
  OCSP("1.3.6.1.5.5.7.3.9", "OCSP Responder"),
  /** ETSI TS 119 612 5.7.1: id-tsl-kp-tslSigning. */
  TRUST_LIST("0.4.0.2231.3.0", "Trust List Signer");

  private final String purpose;
  private final String title;

  SigningUse(String purpose, String title) {
    this.purpose = purpose;
    this.title = title;
  }

  /** The extended key purpose, dotted. */
  public String purpose() {
    return purpose;
  }

  String title() {
    return title;
  }
}
