package foxctl

import "standins/run"

// What each chat adapter needs to be active.
var chatVariables = map[string][]string{
	"discord":  {"DISCORD_BOT_TOKEN"},
	"telegram": {"TELEGRAM_BOT_TOKEN"},
	"teams":    {"TEAMS_TENANT_ID", "TEAMS_CLIENT_ID", "TEAMS_CLIENT_SECRET"},
}

// activeChat is the adapter asked for, or "" when it is unknown or lacks something, which is only warned about.
func activeChat(process *run.Process, adapter string) string {
	if adapter == "" {
		return ""
	}
	variables, isKnown := chatVariables[adapter]
	if !isKnown {
		process.Record("warning", run.Fields{"message": "unknown chat adapter " + adapter})
		return ""
	}
	if err := run.Require(variables...); err != nil {
		process.Record("warning", run.Fields{"message": "no chat adapter: " + err.Error()})
		return ""
	}
	process.Record("chat", run.Fields{"adapter": adapter})
	return adapter
}
