/**
 * What CA companies publish: certificates, CRLs and revocation notices.
 *
 * <p>Promise: what was acknowledged is stored as received, audited and in force. Refuses: whatever
 * does not come from one of the tenant's own admitted issuers.
 */
@NullMarked
package cn.trustregistry.publication;

import org.jspecify.annotations.NullMarked;
