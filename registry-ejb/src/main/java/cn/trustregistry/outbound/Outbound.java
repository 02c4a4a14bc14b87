package cn.trustregistry.outbound;

import cn.trustregistry.outbound.CheckedAddresses.NotPublic;
import cn.trustregistry.outbound.OutboundRefused.Reason;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the connections; the URL was looked at by {@link AllowedHosts} before. */
@ApplicationScoped
public class Outbound {
  private static final Timeout STEP = Timeout.ofSeconds(10);

  /**
   * Addresses, between commas, that are not public and yet may be connected to, for a site's own
   * network.
   */
  @Inject
  @ConfigProperty(name = "registry.outbound.addresses")
  Optional<String> addresses;

  @Inject
  @ConfigProperty(name = "registry.outbound.seconds", defaultValue = "60")
  int seconds;

  private CloseableHttpClient client;
  private ScheduledThreadPoolExecutor watch;

  @PostConstruct
  void open() {
    client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(new CheckedAddresses(allowed()))
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(STEP)
                            .setSocketTimeout(STEP)
                            .build())
                    .build())
            .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(STEP).build())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .setUserAgent("trust-registry/1")
            .build();
    watch = new ScheduledThreadPoolExecutor(1);
    watch.setRemoveOnCancelPolicy(true);
  }

  private Set<String> allowed() {
    return addresses.map(text -> Set.of(text.split("\\s*,\\s*"))).orElse(Set.of());
  }

  @PreDestroy
  void close() {
    watch.shutdownNow();
    client.close(CloseMode.GRACEFUL);
  }

  /**
   * What is found there.
   *
   * @param limit in octets
   */
  public byte[] get(URI uri, int limit) throws OutboundRefused {
    return send(new HttpGet(uri), 200, limit);
  }

  /** Delivers JSON; any answer from 200 to 299 means that it was taken. */
  public void post(URI uri, byte[] json, Map<String, String> headers) throws OutboundRefused {
    HttpPost post = new HttpPost(uri);
    headers.forEach(post::setHeader);
    post.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
    send(post, 0, 0);
  }

  /**
   * What is answered to a question.
   *
   * @param type media type of the question
   * @param accepted media type of the answer
   * @param limit of the answer, in octets
   */
  public byte[] ask(URI uri, byte[] question, String type, String accepted, int limit)
      throws OutboundRefused {
    HttpPost post = new HttpPost(uri);
    post.setHeader("Accept", accepted);
    post.setEntity(new ByteArrayEntity(question, ContentType.create(type)));
    return send(post, 200, limit);
  }

  private byte[] send(HttpUriRequestBase request, int status, int limit) throws OutboundRefused {
    CompletableFuture<Boolean> late = new CompletableFuture<>();
    ScheduledFuture<?> end =
        watch.schedule(
            () -> {
              late.complete(true);
              request.cancel();
            },
            seconds,
            TimeUnit.SECONDS);
    try {
      return client.execute(request, answer -> body(answer, status, limit));
    } catch (OutboundRefused refused) {
      throw refused;
    } catch (NotPublic notPublic) {
      throw new OutboundRefused(Reason.ADDRESS, String.valueOf(notPublic.getMessage()));
    } catch (IOException failed) {
      throw late.isDone() || failed instanceof SocketTimeoutException
          ? new OutboundRefused(Reason.TOO_SLOW, "It took longer than allowed.")
          : new OutboundRefused(Reason.UNREACHABLE, failed.getClass().getSimpleName());
    } finally {
      end.cancel(false);
    }
  }

  private static byte[] body(ClassicHttpResponse answer, int status, int limit) throws IOException {
    int code = answer.getCode();
    if (status == 0 ? code < 200 || code > 299 : code != status) {
      throw new OutboundRefused(Reason.STATUS, "It answered " + code + ".");
    }
    if (limit == 0 || answer.getEntity() == null) {
      return new byte[0];
    }
    try (InputStream in = answer.getEntity().getContent()) {
      byte[] octets = in.readNBytes(limit + 1);
      if (octets.length > limit) {
        throw new OutboundRefused(Reason.TOO_LARGE, "It is larger than " + limit + " octets.");
      }
      return octets;
    }
  }
}
