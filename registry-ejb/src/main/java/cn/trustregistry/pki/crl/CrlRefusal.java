package cn.trustregistry.pki.crl;

import cn.trustregistry.pki.Evidence;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.Verdict;
import java.util.Map;

/**
 * Why a list is not taken in.
 *
 * @param kind the cause
 * @param list the list
 * @param detail what was found, against what
 */
public record CrlRefusal(Kind kind, RevocationList list, String detail) implements Reason {
  /** Every cause; the names are the stable codes. */
  public enum Kind {
    /** No key is known that may sign for the issuer. */
    CRL_ISSUER_UNKNOWN("RFC 5280 6.3.3(f)"),
    /** The signature is of none of the issuer's keys. */
    CRL_SIGNATURE_INVALID("RFC 5280 6.3.3(g)"),
    /** The key that signed may not sign lists. */
    CRL_SIGNER_NOT_ALLOWED("RFC 5280 6.3.3(f)"),
    /** There is no number, so that lists cannot be put in order. */
    CRL_NUMBER_MISSING("RFC 5280 5.2.3"),
    /** The number is lower than that of a list already taken. */
    CRL_NUMBER_FELL("RFC 5280 5.2.3"),
    /** Another list of this number was already taken. */
    CRL_NUMBER_REUSED("RFC 5280 5.2.3"),
    /** The list is older than one of a lower number. */
    CRL_THIS_UPDATE_FELL("RFC 5280 5.1.2.4"),
    /** thisUpdate lies in the future. */
    CRL_NOT_YET_VALID("RFC 5280 5.1.2.4"),
    /** There is no nextUpdate. */
    CRL_NEXT_UPDATE_MISSING("RFC 5280 5.1.2.5"),
    /** nextUpdate is not after thisUpdate. */
    CRL_DATES_REVERSED("RFC 5280 5.1.2.5"),
    /** nextUpdate has passed. */
    CRL_EXPIRED("RFC 5280 5.1.2.5"),
    /** A critical extension, of the list or of an entry, is not known. */
    CRL_EXTENSION_UNKNOWN("RFC 5280 5.2, 5.3"),
    /** The list is about attribute certificates. */
    CRL_NOT_FOR_CERTIFICATES("RFC 5280 5.2.5"),
    /** The delta does not come after the list it starts from. */
    DELTA_NOT_AFTER_BASE("RFC 5280 5.2.4"),
    /** No complete list was taken that the delta can be joined with. */
    DELTA_BASE_UNKNOWN("RFC 5280 5.2.4"),
    /** The complete list that the delta starts from has another scope. */
    DELTA_SCOPE_DIFFERS("RFC 5280 5.2.4");

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
    return Verdict.INVALID;
  }

  @Override
  public String standard() {
    return kind.standard;
  }

  @Override
  public Map<String, String> evidence() {
    return Evidence.none()
        .with("crlIssuer", list.issuer())
        .with("crlNumber", list.number() == null ? "" : list.number())
        .with("crlSha256", list.sha256())
        .with("detail", detail)
        .facts();
  }
}
