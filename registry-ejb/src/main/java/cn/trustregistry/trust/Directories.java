package cn.trustregistry.trust;

/** What only grows and serves every snapshot: whoever asks says up to which moment. */
public record Directories(
    CertificateDirectory certificates,
    ProjectDirectory projects,
    SuccessionDirectory successions,
    SuspensionDirectory suspensions) {
  /** Empty ones. */
  public Directories() {
    this(
        new CertificateDirectory(),
        new ProjectDirectory(),
        new SuccessionDirectory(),
        new SuspensionDirectory());
  }
}
