/**
 * The pages on which a market participant applies for a certificate and follows the application.
 *
 * <p>Promise: readable on a phone, Chinese first, each fault beside its field. Refuses: to show an
 * application to anybody without the code that was sent to its applicant.
 */
@NullMarked
package cn.trustregistry.web.apply;

import org.jspecify.annotations.NullMarked;
