package cn.trustregistry.trust;

import cn.trustregistry.pki.gm.CertificateRole;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.recognition.Profile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a published certificate without reading it again.
 *
 * @param uscc the holder's unified social credit code, or null where it has none
 */
public record DirectoryEntry(
    String sha256,
    String tenant,
    String issuerSha256,
    HolderKind holderKind,
    Medium medium,
    Profile profile,
    CertificateRole role,
    @Nullable String uscc,
    Instant publishedAt) {}
