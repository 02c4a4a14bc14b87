package cn.trustregistry.recognition;

/** Where in a transaction a certificate is used (应用环节, GM/T 0095-2020). */
public enum Stage {
  LOGIN,
  SUBJECT_REGISTRATION,
  ENTERPRISE_SEAL,
  LEGAL_PERSON_SEAL,
  CONTRACT_SIGNING,
  BID_ENCRYPTION,
  BID_DECRYPTION
}
