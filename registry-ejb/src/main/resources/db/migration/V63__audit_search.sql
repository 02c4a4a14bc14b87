-- What people look for in the audit trail.
ALTER TABLE audit_entry
  ADD KEY audit_entry_action (action, seq),
  ADD KEY audit_entry_actor (actor, seq),
  ADD KEY audit_entry_tenant (tenant, seq),
  ADD KEY audit_entry_time (at_time);
