package cn.trustregistry.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.trustregistry.access.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** Puts texts on their way. */
@ApplicationScoped
public class Messages {
  @Inject MessageStore store;
  @Inject SecretBox box;
  @Inject Mail mail;
  @Inject SmsGateway sms;
  @Inject DemoOutbox outbox;

  /** The channels that work here. */
  public Set<Channel> channels() {
    Set<Channel> channels = EnumSet.noneOf(Channel.class);
    if (sms.isConfigured() || outbox.isOpen()) {
      channels.add(Channel.PHONE);
    }
    if (mail.isConfigured() || outbox.isOpen()) {
      channels.add(Channel.EMAIL);
    }
    return channels;
  }

  /**
   * Puts a text on its way in the running transaction; it is sent within seconds after that.
   *
   * @param expires when it is no use any more
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void put(Channel channel, String to, String text, Instant at, Instant expires) {
    store.add(
        channel, box.seal((to + "\n" + text).getBytes(UTF_8), MessageStore.CONTEXT), at, expires);
  }
}
