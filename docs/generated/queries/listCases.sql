-- GET /api/v1/cases: Cases in my reach, asked by: agent

select "id", "community_id", "number", "kind", "status", "urgency", "channel", "text", "place_id", "place_kind", "place_label", "reporter_name", "assignee_id", "assignee_name", "tracker_id", "tracker_name", "received_at", "changed_at", "due_at", "due_kind", "due_started_at", "due_budget", "paused_for", "cycle", "version", "rating", "recontacts", "escalated_at", "closing_code", "call_backs", "returned", "appeal", "alarm"
from "cases"."case"
where "community_id" = $1
order by "received_at" desc, "id" desc
limit 101;
