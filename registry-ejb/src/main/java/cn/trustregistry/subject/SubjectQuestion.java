package cn.trustregistry.subject;

import cn.trustregistry.pki.gm.UnifiedSocialCreditCode;
import cn.trustregistry.recognition.CategoryRef;
import org.jspecify.annotations.Nullable;

/**
 * What a centre asks.
 *
 * @param legalPerson whether a valid certificate of the legal person is needed as well
 * @param legalPersonName the name that it must carry, or null for any
 */
public record SubjectQuestion(
    UnifiedSocialCreditCode uscc,
    CategoryRef category,
    boolean legalPerson,
    @Nullable String legalPersonName) {}
