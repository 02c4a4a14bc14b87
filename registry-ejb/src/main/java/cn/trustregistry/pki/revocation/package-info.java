/**
 * Whether a certificate was revoked at a moment, as far as was known at another: RFC 5280 section
 * 6.3 over revocation lists, notices of the issuer and OCSP responses together.
 *
 * <p>Promise: {@link cn.trustregistry.pki.revocation.RevocationKnowledge#status} is a function of
 * the knowledge and the question. Knowledge is only ever added to, every piece with the time it was
 * received, and a question counts what was received up to its {@code knownAt}. So the same question
 * with the same two times has the same answer for ever. Without evidence the answer is {@link
 * cn.trustregistry.pki.revocation.RevocationStatus.Unknown} with the reasons, never good.
 *
 * <p>What counts, for a question about the moment {@code at}:
 *
 * <ul>
 *   <li>An entry of a list, a revoked OCSP response and a notice count from their date of
 *       revocation on: if it is {@code <= at}.
 *   <li>Evidence of revocation always wins over evidence of being good, whatever is asked first:
 *       also that of a list that is out of date.
 *   <li>For a moment in the past a list issued later is good evidence, and the newest known list is
 *       used. Two things it cannot show: that a certificate was on hold at {@code at} and released
 *       since, for which the list that was current at {@code at} is looked at as well; and the fate
 *       of a certificate that expired before it was issued, because such may be dropped from it
 *       (RFC 5280 3.3). Its silence then proves nothing, unless it says since when expired
 *       certificates are kept (X.509 expiredCertsOnCRL), and the newest list issued while the
 *       certificate was valid answers instead.
 *   <li>Silence of a list counts up to its nextUpdate and the tenant's grace period, and without
 *       limit for moments before it was issued. A list without nextUpdate is silent for the moment
 *       of its issue only. A complete list joined with a delta is as fresh as the delta (RFC 5280
 *       5.2.4).
 *   <li>Silence has to cover all reasons for revocation (RFC 5280 6.3.3 (d), (l)).
 *   <li>A list with a critical extension that is not known, of its own or of an entry, is not used
 *       to say anything (RFC 5280 5.2, 5.3); an older list does not step in for it.
 *   <li>Of notices, a revocation stands for ever. A hold stands until a notice of release; so does
 *       a hold on a list, if the release took effect after the list was issued.
 * </ul>
 *
 * <p>Refuses: to fetch, to store, to look at a clock, and to build the certification path of
 * whoever signed a list: it asks a {@link cn.trustregistry.pki.revocation.CrlSignerCheck}. It
 * verifies no list either; lists were verified as they were read, and a restart brings that mark
 * back with them.
 */
@NullMarked
package cn.trustregistry.pki.revocation;

import org.jspecify.annotations.NullMarked;
