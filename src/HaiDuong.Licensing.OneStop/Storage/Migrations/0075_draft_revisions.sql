-- A save of a route's draft has a number that no other save ever had, so that an editor left open on a discarded draft never fits the next one.
CREATE SEQUENCE route_draft_revisions AS integer;

SELECT setval('route_draft_revisions', 1 + coalesce(max(revision), 0)) FROM route_drafts;
