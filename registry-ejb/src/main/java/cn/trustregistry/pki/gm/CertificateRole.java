package cn.trustregistry.pki.gm;

public enum CertificateRole {
  SIGNING,
  ENCRYPTION,
  BOTH
}
