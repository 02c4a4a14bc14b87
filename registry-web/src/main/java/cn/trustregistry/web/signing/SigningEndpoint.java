package cn.trustregistry.web.signing;

import cn.trustregistry.scan.SigningRefused;
import cn.trustregistry.scan.SigningSessions;
import cn.trustregistry.web.soap.Faults;
import cn.trustregistry.web.soap.SoapCall;
import cn.trustregistry.wsdl.common.v1.InvalidRequestFault;
import cn.trustregistry.wsdl.common.v1.RegistryUnavailableFault;
import cn.trustregistry.wsdl.signing.v1.OpenSigningSession;
import cn.trustregistry.wsdl.signing.v1.OpenSigningSessionResponse;
import cn.trustregistry.wsdl.signing.v1.SessionAnswer;
import cn.trustregistry.wsdl.signing.v1.SessionName;
import cn.trustregistry.wsdl.signing.v1.Signing;
import jakarta.annotation.Resource;
import jakarta.jws.WebService;
import jakarta.xml.ws.WebServiceContext;

/** Answers the operations of signing-v1.wsdl. */
@WebService(
    endpointInterface = "cn.trustregistry.wsdl.signing.v1.Signing",
    targetNamespace = "urn:trustregistry:signing:v1",
    serviceName = "SigningService")
public class SigningEndpoint implements Signing {
  @Resource WebServiceContext context;

  private interface Work<T> {
    T answer(SigningSessions sessions, SoapCall call);
  }

  @Override
  public OpenSigningSessionResponse openSigningSession(OpenSigningSession request)
      throws InvalidRequestFault, RegistryUnavailableFault {
    return answer(
        (sessions, call) ->
            SigningXml.opened(sessions.open(call.centre(), SigningXml.read(request), call.now())));
  }

  @Override
  public SessionAnswer getSigningSession(SessionName request)
      throws InvalidRequestFault, RegistryUnavailableFault {
    return answer(
        (sessions, call) ->
            SigningXml.of(sessions.read(call.centre(), request.getSessionId(), call.now())));
  }

  @Override
  public SessionAnswer cancelSigningSession(SessionName request)
      throws InvalidRequestFault, RegistryUnavailableFault {
    return answer(
        (sessions, call) ->
            SigningXml.of(sessions.cancel(call.centre(), request.getSessionId(), call.now())));
  }

  private <T> T answer(Work<T> work) throws InvalidRequestFault, RegistryUnavailableFault {
    return SoapCall.answer(
        context,
        call -> {
          try {
            return work.answer(SoapCall.bean(SigningSessions.class), call);
          } catch (SigningRefused refused) {
            throw Faults.invalidRequest(refused.reason().name(), refused.field(), refused.detail());
          }
        });
  }
}
