package cn.trustregistry.recognition;

/** Whom a certificate names: a unit (单位), its legal person (法定代表人) or a natural person (个人). */
public enum HolderKind {
  UNIT,
  LEGAL_PERSON,
  PERSON
}
