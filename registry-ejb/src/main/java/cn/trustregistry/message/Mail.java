package cn.trustregistry.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends by SMTP (RFC 5321); STARTTLS is required unless the operator says otherwise. */
@ApplicationScoped
class Mail {
  private static final String MILLISECONDS = "10000";

  @Inject
  @ConfigProperty(name = "registry.mail.host")
  Optional<String> host;

  @Inject
  @ConfigProperty(name = "registry.mail.port", defaultValue = "587")
  int port;

  @Inject
  @ConfigProperty(name = "registry.mail.from")
  Optional<String> from;

  @Inject
  @ConfigProperty(name = "registry.mail.user")
  Optional<String> user;

  @Inject
  @ConfigProperty(name = "registry.mail.password")
  Optional<String> password;

  @Inject
  @ConfigProperty(name = "registry.mail.starttls", defaultValue = "true")
  boolean startTls;

  boolean isConfigured() {
    return host.isPresent() && from.isPresent();
  }

  void send(String to, String subject, String text) throws SendingFailed {
    try {
      Session session = Session.getInstance(properties());
      MimeMessage message = new MimeMessage(session);
      message.setFrom(new InternetAddress(from.orElseThrow()));
      message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(to, true));
      message.setSubject(subject, UTF_8.name());
      message.setText(text, UTF_8.name());
      // Chinese text passes every relay this way
      message.setHeader("Content-Transfer-Encoding", "base64");
      message.saveChanges();
      try (Transport transport = session.getTransport("smtp")) {
        transport.connect(host.orElseThrow(), port, user.orElse(null), password.orElse(null));
        transport.sendMessage(message, message.getAllRecipients());
      }
    } catch (MessagingException e) {
      throw new SendingFailed("mail: " + e.getClass().getSimpleName());
    }
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.auth", Boolean.toString(user.isPresent()));
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.connectiontimeout", MILLISECONDS);
    properties.setProperty("mail.smtp.timeout", MILLISECONDS);
    properties.setProperty("mail.smtp.writetimeout", MILLISECONDS);
    return properties;
  }
}
