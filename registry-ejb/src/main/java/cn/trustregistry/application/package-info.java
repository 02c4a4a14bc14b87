/**
 * Applications for certificates (办理受理): from the market participant's form to the certificate
 * issued.
 *
 * <p>Promise: who applies and what was handed in is sealed, and read by the chosen company and the
 * applicant only; every step has its reason and is audited; all of it is deleted when its time is
 * over. Refuses: to look into materials beyond their type, and any step that is not in {@link
 * cn.trustregistry.application.ApplicationState}.
 */
@NullMarked
package cn.trustregistry.application;

import org.jspecify.annotations.NullMarked;
