package cn.trustregistry.web.xkms;

import static cn.trustregistry.web.xkms.XkmsXml.DSIG;

import cn.trustregistry.authority.Issuer;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.DistinguishedName;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.publication.PublishedCertificates;
import cn.trustregistry.publication.PublishedCertificates.LookupFailed;
import cn.trustregistry.trust.TrustState;
import cn.trustregistry.web.xkms.XkmsRefused.Major;
import cn.trustregistry.web.xkms.XkmsRefused.Minor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.w3c.dom.Element;

/**
 * LocateRequest: published certificates by the holder's unified social credit code, by issuer and
 * serial number, by subject, or by the certificate itself.
 */
@ApplicationScoped
class Locating {
  /** The most that is given at a time. */
  static final int MOST = 50;

  /** The most certificates of one holder that are looked at: what is wanted may be among many. */
  private static final int LOOKED_AT = 500;

  /** Applications of UseKeyWith. */
  static final String CREDIT_CODE = "urn:trustregistry:uscc";

  private static final String PKIX = "urn:ietf:rfc:2459";
  private static final String ISSUER = "urn:x509:issuer";
  private static final String SERIAL = "urn:x509:serial";

  @Inject PublishedCertificates certificates;
  @Inject TrustState trust;

  /** Those that fit, the newest first; one more than {@link #MOST} if there are more. */
  List<Certificate> locate(XkmsRequest request) throws XkmsRefused {
    try {
      List<Certificate> found = new ArrayList<>(found(request));
      for (String usage : List.of("Encryption", "Signature", "Exchange")) {
        if (request.wantsUsage(usage)) {
          found.removeIf(certificate -> !KeyUsages.of(certificate).contains(usage));
        }
      }
      return found.size() > MOST ? found.subList(0, MOST + 1) : found;
    } catch (LookupFailed e) {
      throw new XkmsRefused(Major.RECEIVER, Minor.FAILURE, "DATABASE_LOST");
    }
  }

  private List<Certificate> found(XkmsRequest request) throws XkmsRefused, LookupFailed {
    Optional<String> code = request.useWith(CREDIT_CODE);
    if (code.isPresent()) {
      return certificates.ofHolder(code.get(), LOOKED_AT);
    }
    Optional<String> issuer = request.useWith(ISSUER);
    Optional<String> serial = request.useWith(SERIAL);
    if (issuer.isPresent() && serial.isPresent()) {
      return issued(name(issuer.get()), number(serial.get(), 16));
    }
    Optional<String> subject = request.useWith(PKIX);
    if (subject.isPresent()) {
      return ofSubject(name(subject.get()));
    }
    for (Element data : request.x509Data()) {
      Optional<Element> named = XkmsXml.child(data, DSIG, "X509IssuerSerial");
      if (named.isPresent()) {
        return issued(
            name(text(named.get(), "X509IssuerName")),
            number(text(named.get(), "X509SerialNumber"), 10));
      }
    }
    List<Certificate> shown = request.certificates();
    if (!shown.isEmpty()) {
      return issued(shown.get(0).issuer().toX500Name(), shown.get(0).serial());
    }
    throw new XkmsRefused(
        Minor.INCOMPLETE,
        "Give UseKeyWith "
            + CREDIT_CODE
            + ", "
            + PKIX
            + ", or "
            + ISSUER
            + " with "
            + SERIAL
            + "; or X509IssuerSerial or X509Certificate in KeyInfo.");
  }

  private List<Certificate> issued(X500Name name, BigInteger serial)
      throws XkmsRefused, LookupFailed {
    List<Certificate> found = new ArrayList<>(1);
    for (Issuer issuer : trust.required().issuers()) {
      if (issuer.certificate().subject().toX500Name().equals(name)) {
        certificates.find(issuer.sha256(), serial).ifPresent(found::add);
      }
    }
    return found;
  }

  /** Names are written from the root down or, as in RFC 2253, from the leaf up. */
  private List<Certificate> ofSubject(X500Name name) throws XkmsRefused, LookupFailed {
    List<Certificate> found = new ArrayList<>(certificates.ofSubject(written(name), LOOKED_AT));
    if (found.isEmpty()) {
      List<RDN> reversed = new ArrayList<>(List.of(name.getRDNs()));
      Collections.reverse(reversed);
      X500Name other = new X500Name(reversed.toArray(new RDN[0]));
      found.addAll(certificates.ofSubject(written(other), LOOKED_AT));
    }
    return found;
  }

  private static String written(X500Name name) throws XkmsRefused {
    try {
      return DistinguishedName.parse(name.getEncoded("DER")).toString();
    } catch (IOException | MalformedObjectException e) {
      throw new XkmsRefused(Minor.FAILURE, "A distinguished name is malformed.");
    }
  }

  private static X500Name name(String text) throws XkmsRefused {
    try {
      return new X500Name(text);
    } catch (IllegalArgumentException e) {
      throw new XkmsRefused(Minor.FAILURE, "Not a distinguished name: " + text);
    }
  }

  private static BigInteger number(String text, int radix) throws XkmsRefused {
    try {
      if (text.strip().length() > 60) {
        throw new NumberFormatException("too long");
      }
      return new BigInteger(text.strip(), radix);
    } catch (NumberFormatException e) {
      throw new XkmsRefused(Minor.FAILURE, "Not a serial number.");
    }
  }

  private static String text(Element parent, String name) {
    return XkmsXml.child(parent, DSIG, name).map(Element::getTextContent).orElse("");
  }
}
