package cn.trustregistry.pki;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An AlgorithmIdentifier (RFC 5280 4.1.1.2), equal octet by octet.
 *
 * @param oid the algorithm in dotted form
 * @param parameters the whole element of the parameters; null if there is none
 */
public record SignatureAlgorithm(String oid, @Nullable Octets parameters) {
  private static final byte[] NULL = {5, 0};

  /** Reads the AlgorithmIdentifier that comes next. */
  public static SignatureAlgorithm read(DerReader reader, String what)
      throws MalformedObjectException {
    DerReader sequence = reader.sequence(what);
    String oid = sequence.oid(what);
    Octets parameters = sequence.atEnd() ? null : Octets.owning(sequence.element(what));
    sequence.expectEnd();
    return new SignatureAlgorithm(oid, parameters);
  }

  /** Whether there are no parameters, or only a NULL. */
  public boolean isPlain() {
    return parameters == null || Arrays.equals(parameters.toArray(), NULL);
  }

  /**
   * The digest that is signed, as in {@code SHA-256}; empty if the algorithm is not one the engine
   * knows.
   */
  public String digest() {
    SignatureSchemes.Scheme scheme = SignatureSchemes.of(this);
    return scheme == null ? "" : scheme.digest();
  }
}
