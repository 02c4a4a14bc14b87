package cn.trustregistry.tls;

import java.net.Socket;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactorySpi;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Lets every client certificate through the handshake, in which TLS has the client sign with its
 * key. No issuer is named to clients, so that none of them keeps its certificate to itself.
 */
final class AnyClient extends X509ExtendedTrustManager {

  /** How JSSE asks for it. */
  public static final class Factory extends TrustManagerFactorySpi {
    public Factory() {}

    @Override
    protected void engineInit(@Nullable KeyStore anchors) {}

    @Override
    protected void engineInit(@Nullable ManagerFactoryParameters parameters) {}

    @Override
    protected TrustManager[] engineGetTrustManagers() {
      return new TrustManager[] {new AnyClient()};
    }
  }

  private AnyClient() {}

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String keyType) {}

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String keyType, Socket socket) {}

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String keyType, SSLEngine engine) {}

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String keyType)
      throws CertificateException {
    throw new CertificateException("this is for a listener, which meets no servers");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String keyType, Socket socket)
      throws CertificateException {
    checkServerTrusted(chain, keyType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String keyType, SSLEngine engine)
      throws CertificateException {
    checkServerTrusted(chain, keyType);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
