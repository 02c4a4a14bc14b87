package cn.trustregistry.bench.probe;

import com.sun.xml.ws.developer.SchemaValidation;
import jakarta.jws.WebMethod;
import jakarta.jws.WebService;

/** The same, its messages checked against their schema, as those of the registry are. */
@SchemaValidation
@WebService(serviceName = "CheckedEcho", targetNamespace = "urn:trustregistry:bench")
public class CheckedEcho {
  @WebMethod
  public String echo(String text) {
    return text;
  }
}
