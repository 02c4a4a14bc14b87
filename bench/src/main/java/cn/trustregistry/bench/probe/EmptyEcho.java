package cn.trustregistry.bench.probe;

import jakarta.jws.WebMethod;
import jakarta.jws.WebService;

/** An operation that Metro has nearly nothing to do for. */
@WebService(serviceName = "EmptyEcho", targetNamespace = "urn:trustregistry:bench")
public class EmptyEcho {
  @WebMethod
  public String echo(String text) {
    return text;
  }
}
