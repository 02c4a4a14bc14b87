package cn.trustregistry.pki.revocation;

import static cn.trustregistry.pki.Verdict.INDETERMINATE;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Evidence;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.Verdict;
import java.util.Map;

/**
 * Why an OCSP response is not taken as evidence.
 *
 * @param kind the cause
 * @param certificate the certificate it was to answer for
 * @param detail what was found
 */
public record OcspRefusal(Kind kind, Certificate certificate, String detail) implements Reason {
  /** Every cause; the names are the stable codes. */
  public enum Kind {
    /** responseStatus is not successful. */
    OCSP_NOT_SUCCESSFUL("RFC 6960 4.2.2.3"),
    /** The response is not a basic one. */
    OCSP_TYPE_UNKNOWN("RFC 6960 4.2.1"),
    /** No single response is about the certificate. */
    OCSP_OTHER_CERTIFICATE("RFC 6960 3.2(1)"),
    /** The signature does not belong to the response. */
    OCSP_SIGNATURE_INVALID("RFC 6960 3.2(2)"),
    /** Nobody who may answer for the issuer signed. */
    OCSP_RESPONDER_UNTRUSTED("RFC 6960 3.2(3), 3.2(4)"),
    /** thisUpdate or producedAt lies in the future. */
    OCSP_NOT_YET_VALID("RFC 6960 3.2(5)"),
    /** The nonce is not that of the request. */
    OCSP_NONCE_MISMATCH("RFC 9654 2.1"),
    /** There is a critical extension that the engine does not know. */
    OCSP_UNKNOWN_CRITICAL_EXTENSION("RFC 6960 4.4");

    private final String standard;

    Kind(String standard) {
      this.standard = standard;
    }
  }

  @Override
  public String code() {
    return kind.name();
  }

  @Override
  public Verdict effect() {
    return INDETERMINATE;
  }

  @Override
  public String standard() {
    return kind.standard;
  }

  @Override
  public Map<String, String> evidence() {
    return Evidence.of(certificate).with("detail", detail).facts();
  }
}
