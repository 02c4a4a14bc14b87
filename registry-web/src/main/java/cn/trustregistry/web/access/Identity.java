package cn.trustregistry.web.access;

import cn.trustregistry.access.Caller;
import cn.trustregistry.token.TokenRefused;

/** What a request proves about who sent it. */
public sealed interface Identity {

  /** It is this client's. */
  record Known(Caller caller) implements Identity {}

  /** It carries no credentials, or none that count: nobody is told which of the two. */
  record Unknown() implements Identity {}

  /** It carries an access token that is not accepted. */
  record TokenNotAccepted(TokenRefused why) implements Identity {}

  /** It carries credentials through a network in clear text; they were not looked at. */
  record InClearText() implements Identity {}
}
