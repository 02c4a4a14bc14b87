package cn.trustregistry.pki;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;

/**
 * Takes the certificates out of a file as CAs hand them out: one certificate in DER, certs-only
 * PKCS#7 (RFC 5652 5, RFC 8551 3.2.2) in DER or BER, or any number of both in PEM (RFC 7468).
 */
public final class CertificateFile {
  /** More certificates in one file are refused. */
  public static final int MAX_CERTIFICATES = 1_000;

  private static final Pattern PEM =
      Pattern.compile(
          "-----BEGIN (CERTIFICATE|X509 CERTIFICATE|PKCS7|CMS)-----([^-]*)-----END \\1-----");

  private CertificateFile() {}

  /**
   * The encodings of the certificates in their order; what is in them is not looked at.
   *
   * @throws MalformedObjectException if there is no certificate, or the file is none of these
   */
  public static List<byte[]> read(byte[] file) throws MalformedObjectException {
    List<byte[]> found = new ArrayList<>(1);
    if (file.length > 0 && file[0] == DerReader.SEQUENCE) {
      add(file, found);
    } else {
      addPem(new String(file, StandardCharsets.ISO_8859_1), found);
    }
    if (found.isEmpty()) {
      throw malformed("is neither DER nor PEM nor PKCS#7, or has no certificate in it");
    }
    if (found.size() > MAX_CERTIFICATES) {
      throw malformed("has more than " + MAX_CERTIFICATES + " certificates");
    }
    return List.copyOf(found);
  }

  private static void addPem(String text, List<byte[]> found) throws MalformedObjectException {
    Matcher block = PEM.matcher(text);
    while (block.find()) {
      try {
        add(Base64.getDecoder().decode(block.group(2).replaceAll("\\s", "")), found);
      } catch (IllegalArgumentException e) {
        throw malformed("has PEM content that is not base 64");
      }
    }
  }

  private static void add(byte[] der, List<byte[]> found) throws MalformedObjectException {
    if (isContentInfo(der)) {
      addSigned(der, found);
    } else {
      found.add(der);
    }
  }

  /** A ContentInfo begins with an identifier where a certificate begins with a sequence. */
  private static boolean isContentInfo(byte[] der) {
    if (der.length < 4) {
      return false;
    }
    int first = der[1] & 0xFF;
    int header = first <= 0x80 ? 2 : 2 + (first & 0x7F);
    return header < der.length && der[header] == DerReader.OBJECT_IDENTIFIER;
  }

  private static void addSigned(byte[] cms, List<byte[]> found) throws MalformedObjectException {
    try {
      ContentInfo content = ContentInfo.getInstance(ASN1Primitive.fromByteArray(cms));
      if (!content.getContentType().equals(CMSObjectIdentifiers.signedData)) {
        throw malformed("is PKCS#7 of the type " + content.getContentType() + ", not certs-only");
      }
      ASN1Set certificates = SignedData.getInstance(content.getContent()).getCertificates();
      Enumeration<?> each =
          certificates == null ? Collections.emptyEnumeration() : certificates.getObjects();
      while (each.hasMoreElements()) {
        found.add(((ASN1Encodable) each.nextElement()).toASN1Primitive().getEncoded());
      }
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      throw malformed("is not PKCS#7 that can be read");
    }
  }

  private static MalformedObjectException malformed(String why) {
    return new MalformedObjectException("Certificates", why, -1);
  }
}
