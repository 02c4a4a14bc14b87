/**
 * The recognition rules in the console: the rules in force, drafts, and what a draft would change.
 *
 * <p>Promise: who edits sees beside each rule what it was, is told when somebody else was faster,
 * and sends nothing without having read what follows. Refuses: to put a rule into force, which only
 * the second person in the queue of approvals does.
 */
@NullMarked
package cn.trustregistry.web.rules;

import org.jspecify.annotations.NullMarked;
