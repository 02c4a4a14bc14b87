package cn.trustregistry.web.validation;

import cn.trustregistry.trust.TrustState;
import cn.trustregistry.validation.Validations;
import cn.trustregistry.web.soap.SoapCall;
import cn.trustregistry.wsdl.common.v1.InvalidRequestFault;
import cn.trustregistry.wsdl.common.v1.RegistryUnavailableFault;
import cn.trustregistry.wsdl.validation.v1.GetReceipt;
import cn.trustregistry.wsdl.validation.v1.GetReceiptResponse;
import cn.trustregistry.wsdl.validation.v1.GetRecognition;
import cn.trustregistry.wsdl.validation.v1.GetRecognitionResponse;
import cn.trustregistry.wsdl.validation.v1.GetTariffs;
import cn.trustregistry.wsdl.validation.v1.GetTariffsResponse;
import cn.trustregistry.wsdl.validation.v1.IssueChallenge;
import cn.trustregistry.wsdl.validation.v1.IssueChallengeResponse;
import cn.trustregistry.wsdl.validation.v1.LocateCertificates;
import cn.trustregistry.wsdl.validation.v1.LocateCertificatesResponse;
import cn.trustregistry.wsdl.validation.v1.Ping;
import cn.trustregistry.wsdl.validation.v1.PingResponse;
import cn.trustregistry.wsdl.validation.v1.ValidateCertificate;
import cn.trustregistry.wsdl.validation.v1.ValidateCertificateResponse;
import cn.trustregistry.wsdl.validation.v1.ValidateCertificates;
import cn.trustregistry.wsdl.validation.v1.ValidateCertificatesResponse;
import cn.trustregistry.wsdl.validation.v1.Validation;
import cn.trustregistry.wsdl.validation.v1.VerifyChallenge;
import cn.trustregistry.wsdl.validation.v1.VerifyChallengeResponse;
import cn.trustregistry.wsdl.validation.v1.VerifyReceipt;
import cn.trustregistry.wsdl.validation.v1.VerifyReceiptResponse;
import cn.trustregistry.wsdl.validation.v1.VerifySignature;
import cn.trustregistry.wsdl.validation.v1.VerifySignatureResponse;
import jakarta.annotation.Resource;
import jakarta.jws.WebService;
import jakarta.xml.ws.WebServiceContext;

/** Answers the operations of validation-v1.wsdl. */
@WebService(
    endpointInterface = "cn.trustregistry.wsdl.validation.v1.Validation",
    targetNamespace = "urn:trustregistry:validation:v1",
    serviceName = "ValidationService")
public class ValidationEndpoint implements Validation {
  @Resource WebServiceContext context;

  @Override
  public ValidateCertificateResponse validateCertificate(ValidateCertificate request)
      throws InvalidRequestFault, RegistryUnavailableFault {
    return SoapCall.answer(
        context,
        call ->
            ReceiptXml.attach(
                call,
                request,
                AnswerXml.of(
                    SoapCall.bean(Validations.class)
                        .validate(
                            call.centre(), RequestXml.read(request, call.now()), call.now()))));
  }

  @Override
  public ValidateCertificatesResponse validateCertificates(ValidateCertificates request)
      throws InvalidRequestFault, RegistryUnavailableFault {
    return SoapCall.answer(
        context,
        call ->
            ReceiptXml.attach(
                call,
                request,
                BatchXml.of(
                    SoapCall.bean(Validations.class)
                        .validateAll(
                            call.centre(), BatchXml.read(request, call.now()), call.now()))));
  }

  @Override
  public VerifySignatureResponse verifySignature(VerifySignature request)
      throws InvalidRequestFault, RegistryUnavailableFault {
    return SoapCall.answer(context, call -> SignatureOperations.verify(call, request));
  }

  @Override
  public IssueChallengeResponse issueChallenge(IssueChallenge request)
      throws InvalidRequestFault, RegistryUnavailableFault {
    return SoapCall.answer(context, SignatureOperations::issue);
  }

  @Override
  public VerifyChallengeResponse verifyChallenge(VerifyChallenge request)
      throws InvalidRequestFault, RegistryUnavailableFault {
    return SoapCall.answer(context, call -> SignatureOperations.answer(call, request));
  }

  @Override
  public LocateCertificatesResponse locateCertificates(LocateCertificates request)
      throws InvalidRequestFault, RegistryUnavailableFault {
    return SoapCall.answer(context, call -> LookupOperations.locate(call, request));
  }

  @Override
  public GetRecognitionResponse getRecognition(GetRecognition request)
      throws InvalidRequestFault, RegistryUnavailableFault {
    return SoapCall.answer(context, call -> RulesAndPrices.recognition(call, request));
  }

  @Override
  public GetTariffsResponse getTariffs(GetTariffs request)
      throws InvalidRequestFault, RegistryUnavailableFault {
    return SoapCall.answer(context, call -> RulesAndPrices.tariffs(call, request));
  }

  @Override
  public GetReceiptResponse getReceipt(GetReceipt request)
      throws InvalidRequestFault, RegistryUnavailableFault {
    return SoapCall.answer(context, call -> ReceiptXml.fetched(call, request.getRecordId()));
  }

  @Override
  public VerifyReceiptResponse verifyReceipt(VerifyReceipt request)
      throws InvalidRequestFault, RegistryUnavailableFault {
    return SoapCall.answer(context, call -> ReceiptXml.verified(request.getReceipt()));
  }

  @Override
  public PingResponse ping(Ping request) throws InvalidRequestFault, RegistryUnavailableFault {
    return SoapCall.answer(
        context, call -> PingXml.of(call, SoapCall.bean(TrustState.class).current()));
  }
}
