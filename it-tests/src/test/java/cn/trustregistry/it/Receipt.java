package cn.trustregistry.it;

import static cn.trustregistry.it.DemoClient.first;
import static cn.trustregistry.it.DemoClient.question;

import java.net.http.HttpResponse;

/** How a centre has to do with receipts. */
public final class Receipt {
  private static final String ENVELOPE =
      "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
          + "<v:%1$s xmlns:v=\"urn:trustregistry:validation:v1\">%2$s</v:%1$s>"
          + "</soap:Body></soap:Envelope>";

  private Receipt() {}

  /** The text of a receipt that came with a verdict. */
  public static String of(DemoClient client) {
    return text(asked(client));
  }

  /** An answer that carries its receipt. */
  public static HttpResponse<String> asked(DemoClient client) {
    return client.ask(
        question(client.der("gxca/unit-rsa-sign.pem"), "0101", "LOGIN")
            + "<v:withReceipt>true</v:withReceipt>");
  }

  /** The text of the receipt in an answer. */
  public static String text(HttpResponse<String> answer) {
    String body = answer.body();
    return body.replaceFirst("(?s).*<(?:\\w+:)?receipt>", "")
        .replaceFirst("(?s).*?<(?:\\w+:)?text>(.*?)</.*", "$1")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }

  /** What GetReceipt answers to a centre. */
  public static HttpResponse<String> fetched(DemoClient client, String clientId, String recordId) {
    return client.soap(
        clientId, ENVELOPE.formatted("GetReceipt", "<v:recordId>" + recordId + "</v:recordId>"));
  }

  /** What VerifyReceipt answers. */
  public static HttpResponse<String> verified(DemoClient client, String receipt) {
    String escaped = receipt.replace("&", "&amp;").replace("<", "&lt;");
    return client.soap(
        "centre-450100",
        ENVELOPE.formatted("VerifyReceipt", "<v:receipt>" + escaped + "</v:receipt>"));
  }

  /** The record an answer names. */
  public static String record(HttpResponse<String> answer) {
    return first(answer, "recordId");
  }
}
