-- A case whose opening was annulled is no longer listed.

GRANT DELETE ON ${schema}.case_row TO ${role};
