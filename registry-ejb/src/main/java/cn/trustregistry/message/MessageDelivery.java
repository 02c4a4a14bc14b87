package cn.trustregistry.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.trustregistry.access.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends what is on its way; what fails comes again until it has expired. */
@ApplicationScoped
public class MessageDelivery {
  private static final Logger LOG = Logger.getLogger(MessageDelivery.class.getName());
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final String SUBJECT = "数字证书办理验证码 / Your code";

  @Inject MessageStore store;
  @Inject SecretBox box;
  @Inject Mail mail;
  @Inject SmsGateway sms;
  @Inject DemoOutbox outbox;

  /** To be called regularly. */
  public void turn(Instant at) {
    for (MessageRow row : store.take(at, at.plus(LEASE))) {
      Optional<byte[]> text = box.open(row.sealed, MessageStore.CONTEXT);
      if (text.isEmpty() || !row.expiresAt.isAfter(at)) {
        LOG.log(Level.WARNING, "message {0} was given up", row.id);
        store.forget(row.id);
      } else {
        attempt(row, new String(text.get(), UTF_8), at);
      }
    }
  }

  private void attempt(MessageRow row, String toAndText, Instant at) {
    int line = toAndText.indexOf('\n');
    try {
      send(row, toAndText.substring(0, line), toAndText.substring(line + 1));
      store.forget(row.id);
    } catch (SendingFailed failed) {
      LOG.log(
          Level.WARNING,
          "message {0} was not sent: {1}",
          new Object[] {row.id, failed.getMessage()});
      int failures = row.failures + 1;
      store.again(row.id, failures, at.plus(PAUSE.multipliedBy(failures)));
    }
  }

  private void send(MessageRow row, String to, String text) throws SendingFailed {
    Channel channel = Channel.valueOf(row.channel);
    if (channel == Channel.EMAIL && mail.isConfigured()) {
      mail.send(to, SUBJECT, text);
    } else if (channel == Channel.PHONE && sms.isConfigured()) {
      sms.send(to, text);
    } else if (outbox.isOpen()) {
      outbox.put(row.id, channel, to, text);
    } else {
      throw new SendingFailed(channel + " is not configured");
    }
  }
}
