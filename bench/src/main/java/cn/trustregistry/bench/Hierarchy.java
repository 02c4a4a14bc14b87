package cn.trustregistry.bench;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.PublicKey;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import cn.trustregistry.pki.crl.RevocationList;
import cn.trustregistry.pki.path.TrustAnchor;
import cn.trustregistry.pki.path.TrustMaterial;
import cn.trustregistry.pki.revocation.ReceivedCrl;
import cn.trustregistry.pki.revocation.RevocationKnowledge;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * Root, CA and holder with keys of one kind, a CRL of each CA (the CA's with a thousand entries),
 * and a moment at which the holder is good. Everyone that is measured gets exactly these.
 */
public final class Hierarchy {
  public static final Instant NOW = TestPki.NOW;

  private static final int ENTRIES = 1_000;

  public final TestPki.Authority root;
  public final TestPki.Authority ca;
  public final Certificate holder;
  public final byte[] rootCrl;
  public final byte[] caCrl;

  public Hierarchy(TestKey.Kind kind) {
    root = TestPki.root("C=CN,O=Root " + kind, kind);
    ca = root.authority("C=CN,O=CA " + kind);
    holder =
        ca.issue("C=CN,O=Holder", spec -> spec.keyUsage(KeyUsage.digitalSignature)).certificate();
    rootCrl = root.crl(1).encode();
    TestPki.CrlSpec listed = ca.crl(1);
    Instant revokedAt = NOW.minus(Duration.ofDays(30));
    for (int i = 0; i < ENTRIES; i++) {
      BigInteger serial = BigInteger.valueOf(i).add(BigInteger.ONE.shiftLeft(120));
      listed.revoke(serial, revokedAt, 1);
    }
    caCrl = listed.encode();
  }

  public RevocationKnowledge revocation() throws MalformedObjectException {
    return RevocationKnowledge.NONE
        .with(received(rootCrl, root.certificate().publicKey()))
        .with(received(caCrl, ca.certificate().publicKey()));
  }

  private static ReceivedCrl received(byte[] der, PublicKey signer)
      throws MalformedObjectException {
    RevocationList list = RevocationList.read(der, issuer -> List.of(signer));
    return ReceivedCrl.of(list, list.thisUpdate());
  }

  public TrustMaterial material() throws MalformedObjectException {
    return TrustMaterial.of(
        List.of(TrustAnchor.of(root.certificate())), List.of(ca.certificate()), revocation());
  }
}
