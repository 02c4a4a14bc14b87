package cn.trustregistry.receipt;

import cn.trustregistry.receipt.ReceiptRefused.Reason;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Selector;
import org.jspecify.annotations.Nullable;

/**
 * A time-stamp (RFC 3161): the receipt existed at that time, says an authority other than the
 * registry.
 *
 * @param at the time it names (genTime)
 * @param authority subject of the authority's certificate
 * @param serialNumber of the token
 */
public record TimeStamp(Instant at, String authority, BigInteger serialNumber) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_BITS = 64;
  private static final int LONGEST_CHAIN = 8;

  /** SHA-256, SHA-384, SHA-512 and SM3. */
  private static final Set<String> DIGESTS =
      Set.of(
          "2.16.840.1.101.3.4.2.1",
          "2.16.840.1.101.3.4.2.2",
          "2.16.840.1.101.3.4.2.3",
          "1.2.156.10197.1.401");

  /** A time-stamp could not be had. */
  public static final class NotHad extends Exception {
    private static final long serialVersionUID = 1L;

    NotHad(String detail) {
      super(detail);
    }
  }

  /** A question to an authority; its answer is judged by {@link #token}. */
  public record Inquiry(TimeStampRequest request, byte[] stamped) {
    public static Inquiry over(byte[] stamped) {
      TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
      generator.setCertReq(true);
      return new Inquiry(
          generator.generate(
              TSPAlgorithms.SHA256, sha256(stamped), new BigInteger(NONCE_BITS, RANDOM)),
          stamped);
    }

    /** In DER, media type application/timestamp-query. */
    public byte[] encoded() throws IOException {
      return request.getEncoded();
    }

    /**
     * The token of an answer, verified: it answers this question (RFC 3161 2.2) and is of an
     * authority that is believed.
     *
     * @param answer in DER, media type application/timestamp-reply
     */
    public byte[] token(byte[] answer, TimeStampAuthorities authorities) throws NotHad {
      try {
        TimeStampResponse response = new TimeStampResponse(answer);
        response.validate(request);
        TimeStampToken token = response.getTimeStampToken();
        if (token == null) {
          throw new NotHad("the authority refused: " + response.getStatusString());
        }
        byte[] encoded = token.getEncoded();
        verify(encoded, stamped, authorities);
        return encoded;
      } catch (TSPException | IOException e) {
        throw new NotHad(String.valueOf(e.getMessage()));
      } catch (ReceiptRefused e) {
        throw new NotHad(e.detail());
      }
    }
  }

  /**
   * Verifies a token.
   *
   * @param stamped what it must be over
   * @throws ReceiptRefused with TIME_STAMP_WRONG if anything of it is wrong
   */
  static TimeStamp verify(byte[] encoded, byte[] stamped, TimeStampAuthorities authorities)
      throws ReceiptRefused {
    try {
      TimeStampToken token = new TimeStampToken(new CMSSignedData(encoded));
      var info = token.getTimeStampInfo();
      String digest = info.getMessageImprintAlgOID().getId();
      if (!DIGESTS.contains(digest)) {
        throw wrong("its digest algorithm is " + digest);
      }
      byte[] imprint = MessageDigest.getInstance(digest, Sm2.PROVIDER).digest(stamped);
      if (!MessageDigest.isEqual(imprint, info.getMessageImprintDigest())) {
        throw wrong("it is over something else");
      }
      List<X509Certificate> chain = chain(token);
      token.validate(
          new JcaSimpleSignerInfoVerifierBuilder().setProvider(Sm2.PROVIDER).build(chain.get(0)));
      Instant at = info.getGenTime().toInstant();
      authorities.require(chain, at);
      return new TimeStamp(
          at, chain.get(0).getSubjectX500Principal().getName(), info.getSerialNumber());
    } catch (TSPException
        | CMSException
        | IOException
        | OperatorCreationException
        | GeneralSecurityException
        | RuntimeException e) {
      throw wrong(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  /** From the signer's certificate upwards, as far as the token brings them along. */
  private static List<X509Certificate> chain(TimeStampToken token)
      throws ReceiptRefused, GeneralSecurityException {
    List<X509Certificate> chain = new ArrayList<>();
    X509CertificateHolder next = first(token, token.getSID());
    if (next == null) {
      throw wrong("it does not bring the authority's certificate along");
    }
    while (next != null && chain.size() < LONGEST_CHAIN) {
      X509CertificateHolder current = next;
      chain.add(
          new JcaX509CertificateConverter().setProvider(Sm2.PROVIDER).getCertificate(current));
      next =
          current.getIssuer().equals(current.getSubject())
              ? null
              : first(token, new IssuedTo(current));
    }
    return chain;
  }

  /** Finds the issuer of a certificate by name. */
  private record IssuedTo(X509CertificateHolder certificate)
      implements Selector<X509CertificateHolder> {
    @Override
    public boolean match(X509CertificateHolder other) {
      return other.getSubject().equals(certificate.getIssuer());
    }

    @Override
    public Object clone() {
      return this;
    }
  }

  private static @Nullable X509CertificateHolder first(
      TimeStampToken token, Selector<X509CertificateHolder> which) {
    return token.getCertificates().getMatches(which).stream().findFirst().orElse(null);
  }

  private static byte[] sha256(byte[] octets) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(octets);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static ReceiptRefused wrong(String detail) {
    return new ReceiptRefused(Reason.TIME_STAMP_WRONG, detail);
  }
}
