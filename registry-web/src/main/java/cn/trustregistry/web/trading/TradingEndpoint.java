package cn.trustregistry.web.trading;

import cn.trustregistry.endangered.EndangeredProjects;
import cn.trustregistry.project.Project;
import cn.trustregistry.project.ProjectRefused;
import cn.trustregistry.project.Projects;
import cn.trustregistry.subject.SubjectVerifications;
import cn.trustregistry.validation.RegistryUnavailable;
import cn.trustregistry.validation.RequestRefused;
import cn.trustregistry.web.soap.Faults;
import cn.trustregistry.web.soap.SoapCall;
import cn.trustregistry.wsdl.common.v1.InvalidRequestFault;
import cn.trustregistry.wsdl.common.v1.RegistryUnavailableFault;
import cn.trustregistry.wsdl.trading.v1.CorrectProject;
import cn.trustregistry.wsdl.trading.v1.CorrectProjectResponse;
import cn.trustregistry.wsdl.trading.v1.GetProject;
import cn.trustregistry.wsdl.trading.v1.GetProjectResponse;
import cn.trustregistry.wsdl.trading.v1.ListEndangeredProjects;
import cn.trustregistry.wsdl.trading.v1.ListEndangeredProjectsResponse;
import cn.trustregistry.wsdl.trading.v1.ReportProject;
import cn.trustregistry.wsdl.trading.v1.ReportProjectResponse;
import cn.trustregistry.wsdl.trading.v1.Trading;
import cn.trustregistry.wsdl.trading.v1.VerifySubject;
import cn.trustregistry.wsdl.trading.v1.VerifySubjectResponse;
import jakarta.annotation.Resource;
import jakarta.jws.WebService;
import jakarta.xml.ws.WebServiceContext;

/** Answers the operations of trading-v1.wsdl. */
@WebService(
    endpointInterface = "cn.trustregistry.wsdl.trading.v1.Trading",
    targetNamespace = "urn:trustregistry:trading:v1",
    serviceName = "TradingService")
public class TradingEndpoint implements Trading {
  @Resource WebServiceContext context;

  @Override
  public ReportProjectResponse reportProject(ReportProject request)
      throws InvalidRequestFault, RegistryUnavailableFault {
    return projectCall(
        call -> {
          ReportProjectResponse response = new ReportProjectResponse();
          response.setProject(
              ProjectXml.facts(
                  projects()
                      .report(call.centre(), ProjectXml.report(request.getProject()), call.now())));
          return response;
        });
  }

  @Override
  public CorrectProjectResponse correctProject(CorrectProject request)
      throws InvalidRequestFault, RegistryUnavailableFault {
    return projectCall(
        call -> {
          CorrectProjectResponse response = new CorrectProjectResponse();
          response.setProject(
              ProjectXml.facts(
                  projects()
                      .correct(
                          call.centre(),
                          ProjectXml.report(request.getProject()),
                          request.getReason(),
                          call.now())));
          return response;
        });
  }

  @Override
  public GetProjectResponse getProject(GetProject request)
      throws InvalidRequestFault, RegistryUnavailableFault {
    return projectCall(
        call -> {
          Project project =
              projects()
                  .find(call.centre(), request.getCode())
                  .orElseThrow(
                      () -> Faults.invalidRequest("UNKNOWN_PROJECT", "code", request.getCode()));
          GetProjectResponse response = new GetProjectResponse();
          project.versions().forEach(v -> response.getVersion().add(ProjectXml.facts(v)));
          return response;
        });
  }

  @Override
  public ListEndangeredProjectsResponse listEndangeredProjects(ListEndangeredProjects request)
      throws InvalidRequestFault, RegistryUnavailableFault {
    return SoapCall.answer(
        context,
        call ->
            ProjectXml.endangered(
                SoapCall.bean(EndangeredProjects.class).of(call.centre(), call.now()), call.now()));
  }

  @Override
  public VerifySubjectResponse verifySubject(VerifySubject request)
      throws InvalidRequestFault, RegistryUnavailableFault {
    return SoapCall.answer(
        context,
        call ->
            SubjectXml.of(
                SoapCall.bean(SubjectVerifications.class)
                    .verify(call.centre(), SubjectXml.question(request), call.now())));
  }

  private <T> T projectCall(SoapCall.Work<T> work)
      throws InvalidRequestFault, RegistryUnavailableFault {
    return SoapCall.answer(context, call -> answer(call, work));
  }

  private static <T> T answer(SoapCall call, SoapCall.Work<T> work)
      throws RequestRefused, RegistryUnavailable, InvalidRequestFault, RegistryUnavailableFault {
    try {
      return work.answer(call);
    } catch (ProjectRefused refused) {
      throw Faults.invalidRequest(
          refused.kind().name(), refused.field(), String.valueOf(refused.getMessage()));
    }
  }

  private static Projects projects() {
    return SoapCall.bean(Projects.class);
  }
}
