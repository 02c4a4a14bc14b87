package cn.trustregistry.replacement;

import cn.trustregistry.pki.gm.CertificateRole;
import cn.trustregistry.replacement.Replacement.Replaced;
import cn.trustregistry.trust.KeyHandling;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "replaced_certificate")
class ReplacedRow {
  @Embeddable
  record Key(@Column(name = "replacement") String replacement, @Column(name = "role") String role)
      implements Serializable {}

  @EmbeddedId Key key;

  @Column(name = "old_sha256")
  String oldSha256;

  @Column(name = "new_sha256")
  String newSha256;

  /** Unique where it is set: what keeps a second free replacement out, whoever asks at once. */
  @Column(name = "free_old")
  @Nullable String freeOld;

  @Column(name = "key_handling")
  String keyHandling;

  @Column(name = "old_not_after")
  Instant oldNotAfter;

  @Column(name = "new_not_after")
  Instant newNotAfter;

  ReplacedRow() {}

  ReplacedRow(String replacement, Replaced replaced, boolean free) {
    this.key = new Key(replacement, replaced.role().name());
    this.oldSha256 = replaced.oldCertificate();
    this.newSha256 = replaced.newCertificate();
    this.freeOld = free ? replaced.oldCertificate() : null;
    this.keyHandling = replaced.key().name();
    this.oldNotAfter = replaced.oldNotAfter();
    this.newNotAfter = replaced.newNotAfter();
  }

  Replaced toReplaced() {
    return new Replaced(
        CertificateRole.valueOf(key.role()),
        oldSha256,
        newSha256,
        KeyHandling.valueOf(keyHandling),
        oldNotAfter,
        newNotAfter);
  }
}
