package cn.trustregistry.web.soap;

import cn.trustregistry.wsdl.validation.v1.InvalidRequestFault;
import cn.trustregistry.wsdl.validation.v1.NotAuthenticatedFault;
import cn.trustregistry.wsdl.validation.v1.RegistryUnavailableFault;
import cn.trustregistry.wsdl.validation.v1.ValidateCertificate;
import cn.trustregistry.wsdl.validation.v1.ValidateCertificateResponse;
import cn.trustregistry.wsdl.validation.v1.Validation;
import com.sun.xml.ws.developer.SchemaValidation;
import jakarta.jws.WebService;

/** Answers the operations of validation-v1.wsdl. */
@WebService(
    endpointInterface = "cn.trustregistry.wsdl.validation.v1.Validation",
    targetNamespace = "urn:trustregistry:validation:v1",
    serviceName = "ValidationService",
    portName = "ValidationPort")
@SchemaValidation
public class ValidationEndpoint implements Validation {
  @Override
  public ValidateCertificateResponse validateCertificate(ValidateCertificate request)
      throws InvalidRequestFault, NotAuthenticatedFault, RegistryUnavailableFault {
    return new ValidateCertificateResponse();
  }
}
