package cn.trustregistry.web.soap;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.validation.RequestRefused;
import cn.trustregistry.validation.RequestRefused.Code;
import cn.trustregistry.validation.ValidationRequest;
import cn.trustregistry.wsdl.common.v1.Category;
import cn.trustregistry.wsdl.validation.v1.ValidateCertificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads requests that the schema has let pass. */
final class RequestXml {
  private RequestXml() {}

  static ValidationRequest read(ValidateCertificate request, Instant now) throws RequestRefused {
    Category category = request.getCategory();
    return new ValidationRequest(
        certificate(request.getCertificate(), Code.MALFORMED_CERTIFICATE, "certificate"),
        chain(request),
        request.getAt() == null ? now : request.getAt(),
        request.getKnownAt() == null ? now : request.getKnownAt(),
        new CategoryRef(category.getSystem(), category.getVersion(), category.getValue()),
        Stage.valueOf(request.getStage().value()),
        request.getListedOn(),
        request.getProject(),
        request.getSealedAt());
  }

  private static List<Certificate> chain(ValidateCertificate request) throws RequestRefused {
    List<Certificate> chain = new ArrayList<>();
    if (request.getChain() != null) {
      for (byte[] der : request.getChain().getCertificate()) {
        chain.add(certificate(der, Code.MALFORMED_CHAIN, "chain"));
      }
    }
    return chain;
  }

  private static Certificate certificate(byte[] der, Code code, String field)
      throws RequestRefused {
    try {
      return Certificate.parse(der);
    } catch (MalformedObjectException e) {
      throw new RequestRefused(code, field, String.valueOf(e.getMessage()));
    }
  }
}
