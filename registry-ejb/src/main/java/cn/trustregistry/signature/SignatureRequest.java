package cn.trustregistry.signature;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.signature.SignedContent;
import cn.trustregistry.validation.ValidationRequest;
import java.time.Instant;
import java.util.function.Function;

/**
 * Is this a good signature over this content, under a certificate that is good for this use?
 *
 * @param content what the asker says was signed
 * @param use the question about a signer's certificate
 * @param at the moment at which the signature is known to have been there
 */
public record SignatureRequest(
    PresentedSignature signature,
    SignedContent content,
    Function<Certificate, ValidationRequest> use,
    Instant at) {}
