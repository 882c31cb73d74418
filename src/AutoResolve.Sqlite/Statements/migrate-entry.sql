INSERT INTO entries (sequence, at, kind, tenant, issue_id, entry_key, is_open, closes, rule_id, rule_version, rulebook_revision, label,
                     entry_group, content)
VALUES (@Sequence, @At, @Kind, @Tenant, @IssueId, @Key, @IsOpen, @Closes, @RuleId, @RuleVersion, @RulebookRevision, @Label, @Group,
        @Content)
