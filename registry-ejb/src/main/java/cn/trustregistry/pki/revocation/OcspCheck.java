package cn.trustregistry.pki.revocation;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.DerReader;
import cn.trustregistry.pki.Digests;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.crl.RevocationReason;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.ResponseData;
import org.bouncycastle.asn1.ocsp.RevokedInfo;
import org.bouncycastle.asn1.ocsp.SingleResponse;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.jspecify.annotations.Nullable;

/**
 * Reads an OCSP response and decides whether it is evidence about a certificate (RFC 6960 section
 * 3.2). How long it counts is decided when it is used.
 */
public final class OcspCheck {
  /** Larger responses are refused unread. */
  public static final int MAX_OCTETS = 1 << 18;

  private static final int GOOD = 0;
  private static final int REVOKED = 1;
  private static final Set<ASN1ObjectIdentifier> KNOWN =
      Set.of(
          OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
          OCSPObjectIdentifiers.id_pkix_ocsp_archive_cutoff,
          OCSPObjectIdentifiers.id_pkix_ocsp_crl,
          new ASN1ObjectIdentifier("1.3.6.1.5.5.7.48.1.9"));

  private final OcspExpectation expected;
  private final String sha256;
  private final List<OcspRefusal> refusals = new ArrayList<>(0);

  private OcspCheck(OcspExpectation expected, String sha256) {
    this.expected = expected;
    this.sha256 = sha256;
  }

  /**
   * @param der an OCSPResponse
   * @throws MalformedObjectException if it is not one, in DER
   */
  public static OcspJudgement judge(byte[] der, OcspExpectation expected)
      throws MalformedObjectException {
    if (der.length > MAX_OCTETS) {
      throw new MalformedObjectException(
          "OCSPResponse", "is larger than " + MAX_OCTETS + " octets", 0);
    }
    strict(der);
    try {
      return new OcspCheck(expected, Digests.sha256(der)).judge(OCSPResponse.getInstance(der));
    } catch (RuntimeException
        | ParseException e) { // by any of these the library says: not the ASN.1
      throw new MalformedObjectException("OCSPResponse", "is not the ASN.1 of RFC 6960", -1);
    }
  }

  private static void strict(byte[] der) throws MalformedObjectException {
    DerReader reader = DerReader.over(der, "OCSPResponse");
    reader.skip("OCSPResponse");
    reader.expectEnd();
  }

  private OcspJudgement judge(OCSPResponse response)
      throws MalformedObjectException, ParseException {
    int status = response.getResponseStatus().getIntValue();
    if (status != 0 || response.getResponseBytes() == null) {
      return refused(OcspRefusal.Kind.OCSP_NOT_SUCCESSFUL, status);
    }
    ASN1ObjectIdentifier type = response.getResponseBytes().getResponseType();
    if (!type.equals(OCSPObjectIdentifiers.id_pkix_ocsp_basic)) {
      return refused(OcspRefusal.Kind.OCSP_TYPE_UNKNOWN, type);
    }
    byte[] content = response.getResponseBytes().getResponse().getOctets();
    strict(content);
    return judge(BasicOCSPResponse.getInstance(content));
  }

  private OcspJudgement judge(BasicOCSPResponse basic)
      throws MalformedObjectException, ParseException {
    ResponseData data = basic.getTbsResponseData();
    SingleResponse single = single(data);
    if (single == null) {
      return refused(OcspRefusal.Kind.OCSP_OTHER_CERTIFICATE, data.getResponses().size());
    }
    OcspResponder responder = OcspResponder.of(basic, certificates(basic), expected);
    if (responder.refusal() != null) {
      refuse(responder.refusal(), sha256);
    }
    checkTime(data.getProducedAt());
    checkTime(single.getThisUpdate());
    checkNonce(data.getResponseExtensions());
    checkCritical(data.getResponseExtensions());
    checkCritical(single.getSingleExtensions());
    return refusals.isEmpty()
        ? new OcspJudgement.Accepted(answer(data, single, responder))
        : new OcspJudgement.Refused(refusals);
  }

  private @Nullable SingleResponse single(ResponseData data) {
    for (ASN1Encodable each : data.getResponses()) {
      SingleResponse single = SingleResponse.getInstance(each);
      if (OcspCertificateId.matches(single.getCertID(), expected)) {
        return single;
      }
    }
    return null;
  }

  private static List<Certificate> certificates(BasicOCSPResponse basic)
      throws MalformedObjectException {
    List<Certificate> certificates = new ArrayList<>(1);
    ASN1Sequence offered = basic.getCerts();
    for (int i = 0; offered != null && i < Math.min(offered.size(), 8); i++) {
      certificates.add(Certificate.parse(OcspResponder.encoded(offered.getObjectAt(i))));
    }
    return certificates;
  }

  private void checkTime(ASN1GeneralizedTime time) throws ParseException {
    Instant instant = instant(time);
    if (instant.isAfter(expected.at().plus(expected.skew()))) {
      refuse(OcspRefusal.Kind.OCSP_NOT_YET_VALID, instant);
    }
  }

  private void checkNonce(@Nullable Extensions extensions) {
    if (expected.nonce() == null) {
      return;
    }
    Extension nonce =
        extensions == null
            ? null
            : extensions.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
    byte[] found =
        nonce == null
            ? new byte[0]
            : ASN1OctetString.getInstance(nonce.getParsedValue()).getOctets();
    if (nonce == null || !Arrays.equals(found, expected.nonce().toArray())) {
      refuse(OcspRefusal.Kind.OCSP_NONCE_MISMATCH, expected.nonce().hex());
    }
  }

  private void checkCritical(@Nullable Extensions extensions) {
    for (ASN1ObjectIdentifier oid :
        extensions == null ? new ASN1ObjectIdentifier[0] : extensions.getCriticalExtensionOIDs()) {
      if (!KNOWN.contains(oid)) {
        refuse(OcspRefusal.Kind.OCSP_UNKNOWN_CRITICAL_EXTENSION, oid);
      }
    }
  }

  private OcspAnswer answer(ResponseData data, SingleResponse single, OcspResponder responder)
      throws ParseException, MalformedObjectException {
    int said = single.getCertStatus().getTagNo();
    RevokedInfo revoked =
        said == REVOKED ? RevokedInfo.getInstance(single.getCertStatus().getStatus()) : null;
    ASN1GeneralizedTime next = single.getNextUpdate();
    return new OcspAnswer(
        expected.issuerKey().sha256(),
        expected.certificate().serial(),
        said == GOOD
            ? OcspAnswer.Said.GOOD
            : said == REVOKED ? OcspAnswer.Said.REVOKED : OcspAnswer.Said.UNKNOWN,
        revoked == null ? null : instant(revoked.getRevocationTime()),
        revoked == null ? null : reason(revoked),
        instant(data.getProducedAt()),
        instant(single.getThisUpdate()),
        next == null ? null : instant(next),
        archiveCutoff(single.getSingleExtensions()),
        responder.certificateToCheck(),
        sha256,
        expected.at());
  }

  private static RevocationReason reason(RevokedInfo revoked) throws MalformedObjectException {
    if (revoked.getRevocationReason() == null) {
      return RevocationReason.UNSPECIFIED;
    }
    RevocationReason reason =
        RevocationReason.of(revoked.getRevocationReason().getValue().intValue());
    if (reason == null) {
      throw new MalformedObjectException(
          "RevokedInfo", "has a reason the standard does not know", -1);
    }
    return reason;
  }

  private static @Nullable Instant archiveCutoff(@Nullable Extensions extensions)
      throws ParseException {
    Extension cutoff =
        extensions == null
            ? null
            : extensions.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_archive_cutoff);
    return cutoff == null
        ? null
        : instant(ASN1GeneralizedTime.getInstance(cutoff.getParsedValue()));
  }

  private static Instant instant(ASN1GeneralizedTime time) throws ParseException {
    return time.getDate().toInstant();
  }

  private void refuse(OcspRefusal.Kind kind, Object detail) {
    refusals.add(new OcspRefusal(kind, expected.certificate(), detail.toString()));
  }

  private OcspJudgement refused(OcspRefusal.Kind kind, Object detail) {
    refuse(kind, detail);
    return new OcspJudgement.Refused(refusals);
  }
}
