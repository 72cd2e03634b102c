package arizuko

// What each daemon may do; whoever is not listed gets a token without any scope.
var serviceScopes = map[string][]string{
	"authd":  {"grants:read"},
	"timed":  {"messages:write", "tasks:read", "tasks:write"},
	"onbod":  {"messages:write", "groups:write"},
	"routd":  {"runs:run", "identity:read", "invites:write", "gates:write"},
	"runed":  {"messages:send:own_group", "chats:read:own_group"},
	"dashd":  {"runs:kill", "routes:read", "routes:write"},
	"webd":   {"messages:write"},
	"teled":  {"messages:write"},
	"discd":  {"messages:write"},
	"emaid":  {"messages:write"},
	"mastd":  {"messages:write"},
	"bskyd":  {"messages:write"},
	"reditd": {"messages:write"},
	"linkd":  {"messages:write"},
	"slakd":  {"messages:write"},
	"whapd":  {"messages:write"},
	"twitd":  {"messages:write"},
}
