package cn.trustregistry.publication;

import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.recognition.Profile;

/** What a certificate does not say itself and its CA company vouches for. */
public record CertificateAttributes(HolderKind holderKind, Medium medium, Profile profile) {}
