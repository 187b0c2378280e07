-- For wrk, one connection a thread: progress reports on an obligation of the thread's own, one after the other, each with
-- the version that the answer before named. The store has one standing agency for all plans; TOKEN is its token.
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

function init(arguments)
  obligation = assert(tonumber(arguments[number]), "an obligation for each thread")
  version = tonumber(arguments[#arguments])
  percent = 0
  refused = 0
end

function request()
  percent = (percent + 1) % 101
  local headers = {
    ["Authorization"] = "Bearer " .. os.getenv("TOKEN"),
    ["Content-Type"] = "application/json",
    ["If-Match"] = string.format('"%d"', version),
  }
  local body = string.format('{"percent":%d,"note":"đo"}', percent)
  return wrk.format("POST", "/v1/obligations/" .. obligation .. "/progress", headers, body)
end

function response(status, headers, body)
  if status == 200 then
    version = version + 1
  else
    refused = refused + 1
  end
end

function done(summary, latency, requests)
  io.write(string.format("result %d %d %d\n", summary.requests, summary.duration, summary.errors.status))
end
