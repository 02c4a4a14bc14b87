package cn.trustregistry.web.soap;

import cn.trustregistry.trust.TrustState;
import cn.trustregistry.validation.Validations;
import cn.trustregistry.wsdl.common.v1.InvalidRequestFault;
import cn.trustregistry.wsdl.common.v1.RegistryUnavailableFault;
import cn.trustregistry.wsdl.validation.v1.Ping;
import cn.trustregistry.wsdl.validation.v1.PingResponse;
import cn.trustregistry.wsdl.validation.v1.ValidateCertificate;
import cn.trustregistry.wsdl.validation.v1.ValidateCertificateResponse;
import cn.trustregistry.wsdl.validation.v1.Validation;
import com.sun.xml.ws.developer.SchemaValidation;
import jakarta.annotation.Resource;
import jakarta.jws.WebService;
import jakarta.xml.ws.WebServiceContext;

/** Answers the operations of validation-v1.wsdl. */
@WebService(
    endpointInterface = "cn.trustregistry.wsdl.validation.v1.Validation",
    targetNamespace = "urn:trustregistry:validation:v1",
    serviceName = "ValidationService")
@SchemaValidation(handler = SchemaErrors.class)
public class ValidationEndpoint implements Validation {
  @Resource WebServiceContext context;

  @Override
  public ValidateCertificateResponse validateCertificate(ValidateCertificate request)
      throws InvalidRequestFault, RegistryUnavailableFault {
    return SoapCall.answer(
        context,
        call ->
            AnswerXml.of(
                SoapCall.bean(Validations.class)
                    .validate(call.centre(), RequestXml.read(request, call.now()), call.now())));
  }

  @Override
  public PingResponse ping(Ping request) throws InvalidRequestFault, RegistryUnavailableFault {
    return SoapCall.answer(
        context, call -> PingXml.of(call, SoapCall.bean(TrustState.class).current()));
  }
}
