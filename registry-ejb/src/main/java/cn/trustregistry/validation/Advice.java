package cn.trustregistry.validation;

import java.util.Map;

/**
 * What the centre or the bidder should know or do, whatever the verdict: it changes nothing in it.
 *
 * @param evidence facts by name, the placeholders of the texts
 */
public record Advice(Code code, Map<String, String> evidence) {
  /** Stable names; an open list for clients. */
  public enum Code {
    /** Another certificate has taken the place of this one. */
    CERTIFICATE_REPLACED,
    /**
     * Replaced with a new key: only the old medium decrypts what was sealed to this certificate.
     */
    DECRYPT_WITH_OLD_MEDIUM,
    /** Replaced with a new key: the old one is escrowed and the CA company recovers it. */
    DECRYPT_WITH_ESCROWED_KEY,
    /** Replaced with the same key: both media decrypt. */
    DECRYPT_WITH_EITHER_MEDIUM,
    /** The bid was sealed to the certificate that this one replaced; only its medium decrypts. */
    SEALED_TO_KEY_ON_OLD_MEDIUM,
    /** The bid was sealed to the certificate that this one replaced; its key is escrowed. */
    SEALED_TO_ESCROWED_KEY,
    /** The bid was sealed to the certificate that this one replaced; the key is the same. */
    SEALED_TO_SAME_KEY,
    /** Good when the bid was sealed, expired since. */
    EXPIRED_SINCE_SEALING,
    /** Good when the bid was sealed, revoked since. */
    REVOKED_SINCE_SEALING,
    /** Good when the bid was sealed, on hold since. */
    ON_HOLD_SINCE_SEALING
  }
}
