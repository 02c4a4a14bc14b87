package cn.trustregistry.web.signing;

import org.jspecify.annotations.Nullable;

/** What the app returns. */
public class SignatureInput {
  /** PEM, or DER in base64. */
  public @Nullable String certificate;

  /** In base64; DER inside for ECDSA and SM2. */
  public @Nullable String signature;
}
