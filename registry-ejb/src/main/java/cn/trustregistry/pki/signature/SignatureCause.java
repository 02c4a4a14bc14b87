package cn.trustregistry.pki.signature;

import cn.trustregistry.pki.Verdict;

/** Every cause; the names are the stable codes. */
public enum SignatureCause {
  /** The value does not belong to this content and key. */
  DOCUMENT_SIGNATURE_WRONG(Verdict.INVALID, "RFC 5652 5.6"),
  /** The digest that was signed is not that of the content. */
  CONTENT_DIGEST_DIFFERS(Verdict.INVALID, "RFC 5652 11.2"),
  /** The content that was given is not the content that the signature encloses. */
  ENCLOSED_CONTENT_DIFFERS(Verdict.INVALID, "RFC 5652 5.2"),
  /** There is nothing to verify: no content enclosed and none given. */
  CONTENT_MISSING(Verdict.INDETERMINATE, "RFC 5652 5.2"),
  /** A mandatory attribute is missing, repeated or wrong. */
  SIGNED_ATTRIBUTES_WRONG(Verdict.INVALID, "RFC 5652 5.3"),
  /**
   * The content reads as signed attributes, so that the signature may be one of another content.
   */
  CONTENT_AMBIGUOUS(Verdict.INVALID, "RFC 5652 5.4"),
  /** The signature names another certificate as its signer's. */
  SIGNING_CERTIFICATE_DIFFERS(Verdict.INVALID, "RFC 5035 5.4.1"),
  /** No certificate that came along is the signer's. */
  SIGNER_CERTIFICATE_MISSING(Verdict.INDETERMINATE, "RFC 5652 5.3"),
  /** Nobody signed. */
  NO_SIGNER(Verdict.INDETERMINATE, "RFC 5652 5.1"),
  /** There is no way to verify with this algorithm, these parameters or this key. */
  DOCUMENT_ALGORITHM_UNFIT(Verdict.INDETERMINATE, "RFC 5652 5.3"),
  /** The digest is refused at the moment asked about. */
  DOCUMENT_DIGEST_TOO_WEAK(Verdict.INVALID, "NIST SP 800-131A"),
  /** The signature claims to have been made after the moment it is judged at. */
  CLAIMED_TIME_LATER(Verdict.INDETERMINATE, "RFC 5652 11.3");

  private final Verdict effect;
  private final String standard;

  SignatureCause(Verdict effect, String standard) {
    this.effect = effect;
    this.standard = standard;
  }

  Verdict effect() {
    return effect;
  }

  String standard() {
    return standard;
  }
}
