-- Who the number of an applicant's account names: until now it was told from its length.
ALTER TABLE accounts ADD COLUMN applicant_kind text;
UPDATE accounts SET applicant_kind = CASE WHEN length(identity_number) = 12 THEN 'Individual' ELSE 'Organisation' END WHERE identity_number IS NOT NULL;
