package cn.trustregistry.token;

import cn.trustregistry.token.TokenRefused.Reason;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A signed JWT (RFC 7519) on its way from text to claims that may be believed. */
final class SignedToken {
  /** What others may sign with; every one asymmetric (RFC 8725 3.1). */
  static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

  private static final int MAX_LENGTH = 8_192;
  private static final Duration SKEW = Duration.ofSeconds(30);

  private final SignedJWT jwt;
  private final JWTClaimsSet claims;

  private SignedToken(SignedJWT jwt, JWTClaimsSet claims) {
    this.jwt = jwt;
    this.claims = claims;
  }

  /** Reads it without believing anything in it. */
  static SignedToken parse(String text, Set<JWSAlgorithm> algorithms) throws TokenRefused {
    if (text.length() > MAX_LENGTH) {
      throw new TokenRefused(Reason.MALFORMED, "The token is longer than " + MAX_LENGTH + ".");
    }
    SignedJWT jwt = signed(text);
    if (!algorithms.contains(jwt.getHeader().getAlgorithm())) {
      throw new TokenRefused(
          Reason.ALGORITHM, jwt.getHeader().getAlgorithm() + " is not accepted here.");
    }
    try {
      return new SignedToken(jwt, jwt.getJWTClaimsSet());
    } catch (ParseException e) {
      throw new TokenRefused(Reason.MALFORMED, "The token's claims cannot be read.");
    }
  }

  private static SignedJWT signed(String text) throws TokenRefused {
    try {
      if (JWTParser.parse(text) instanceof SignedJWT jwt) {
        return jwt;
      }
      throw new TokenRefused(Reason.ALGORITHM, "The token is not signed.");
    } catch (ParseException | IllegalArgumentException e) {
      throw new TokenRefused(Reason.MALFORMED, "The token is not a JWT.");
    }
  }

  @Nullable String keyId() {
    return jwt.getHeader().getKeyID();
  }

  @Nullable String subject() {
    return claims.getSubject();
  }

  @Nullable String issuer() {
    return claims.getIssuer();
  }

  @Nullable String id() {
    return claims.getJWTID();
  }

  @Nullable String text(String claim) {
    return claims.getClaim(claim) instanceof String text ? text : null;
  }

  boolean isSignedBy(JWK key) {
    try {
      if (key instanceof RSAKey rsa) {
        return jwt.verify(new RSASSAVerifier(rsa));
      }
      return key instanceof ECKey ec && jwt.verify(new ECDSAVerifier(ec));
    } catch (JOSEException | IllegalStateException otherKind) {
      return false;
    }
  }

  void requireIssuer(String issuer) throws TokenRefused {
    if (!issuer.equals(claims.getIssuer())) {
      throw new TokenRefused(Reason.ISSUER, "The token is not issued by " + issuer + ".");
    }
  }

  void requireAudience(Set<String> audiences) throws TokenRefused {
    if (Collections.disjoint(claims.getAudience(), audiences)) {
      throw new TokenRefused(Reason.AUDIENCE, "The token is not meant for " + audiences + ".");
    }
  }

  /** Checks the times and returns the end, which every token must have. */
  Instant requireTime(Instant at) throws TokenRefused {
    Date expiry = claims.getExpirationTime();
    Date notBefore = claims.getNotBeforeTime();
    Date issued = claims.getIssueTime();
    if (expiry == null || !expiry.toInstant().isAfter(at.minus(SKEW))) {
      throw new TokenRefused(Reason.TIME, "The token expired at " + time(expiry) + ".");
    }
    if (isAfter(notBefore, at.plus(SKEW)) || isAfter(issued, at.plus(SKEW))) {
      throw new TokenRefused(Reason.TIME, "The token is not valid yet.");
    }
    return expiry.toInstant();
  }

  private static boolean isAfter(@Nullable Date date, Instant at) {
    return date != null && date.toInstant().isAfter(at);
  }

  private static String time(@Nullable Date date) {
    return date == null ? "no time" : date.toInstant().toString();
  }
}
