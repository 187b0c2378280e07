-- For wrk: requests of which no two are the same, so that no answer was given before. What differs is what the client
-- accepts, which the server does not care about.
local count = 0
local headers = { ["Authorization"] = "Bearer " .. os.getenv("TOKEN") }

function request()
  count = count + 1
  headers["Accept"] = string.format("application/json, x/%d-%s", count, tostring(headers))
  return wrk.format("GET", nil, headers)
end
