package cn.trustregistry.pki.gm;

import cn.trustregistry.pki.Certificate;
import java.util.List;

/** A place in a certificate where a CA puts the holder's code. */
public sealed interface SubjectIdPlace {
  /** The character strings that stand there; none if the certificate has no such place. */
  List<String> texts(Certificate certificate);

  /**
   * A private extension.
   *
   * @param oid in dotted form, as in 1.2.156.10260.4.1.4
   */
  record InExtension(String oid) implements SubjectIdPlace {
    @Override
    public List<String> texts(Certificate certificate) {
      String text = certificate.extensions().text(oid);
      return text == null ? List.of() : List.of(text);
    }
  }

  /**
   * An attribute of the subject, such as the organizational unit or the common name; the code may
   * be a part of it, as in {@code NTRCN-91350100M000100Y43} (ETSI EN 319 412-1 5.1.4).
   *
   * @param oid type of the attribute in dotted form
   */
  record InSubject(String oid) implements SubjectIdPlace {
    @Override
    public List<String> texts(Certificate certificate) {
      return certificate.subject().values(oid);
    }
  }
}
