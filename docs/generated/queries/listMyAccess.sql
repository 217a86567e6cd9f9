-- GET /api/v1/me/access: Who looked at my data, when and why, asked by: agent

-- No statement of its own.
