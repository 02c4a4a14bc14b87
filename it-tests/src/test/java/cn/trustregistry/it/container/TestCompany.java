package cn.trustregistry.it.container;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Scope;
import cn.trustregistry.authority.Authorities;
import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.authority.Issuer;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import cn.trustregistry.pki.gm.SubjectIdMapping;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** A CA company made for one test class: its own root, one issuing CA, nothing published yet. */
record TestCompany(String code, TestPki.Authority root, TestPki.Authority issuing) {
  static TestCompany named(String code, TestKey.Kind kind) {
    TestPki.Authority root = TestPki.root("C=CN,O=" + code + ",CN=Root", kind);
    return new TestCompany(code, root, root.authority("C=CN,O=" + code + ",CN=Issuing"));
  }

  void register(Authorities authorities, Instant at) {
    authorities.register(new CaCompany(code, code, code, "", SubjectIdMapping.COMMON), "test", at);
  }

  void admit(Authorities authorities, Instant at) {
    propose(authorities, Issuer.Kind.ANCHOR, root.certificate(), at);
    propose(authorities, Issuer.Kind.ISSUER, issuing.certificate(), at);
    for (Certificate certificate : new Certificate[] {root.certificate(), issuing.certificate()}) {
      authorities.approve(certificate.sha256(), "admin-1", at);
      authorities.approve(certificate.sha256(), "admin-2", at);
    }
  }

  void propose(Authorities authorities, Issuer.Kind kind, Certificate certificate, Instant at) {
    authorities.propose(
        code, kind, certificate, certificate.notBefore(), certificate.notAfter(), "test", at);
  }

  CaClient client() {
    return new CaClient(code, code + "-client", EnumSet.allOf(Scope.class));
  }

  CaClient client(Scope... scopes) {
    return new CaClient(code, code + "-client", Set.of(scopes));
  }
}
