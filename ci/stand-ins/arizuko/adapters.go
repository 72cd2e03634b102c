package arizuko

import "regexp"

// adapter is what is particular to a platform.
type adapter struct {
	// What it is called at routd, unless CHANNEL_NAME says otherwise; addresses on the platform begin with prefix.
	channel, prefix string
	// Where it listens, and where it says it does, unless LISTEN_ADDR and LISTEN_URL say otherwise.
	listen, url string
	required    []platformVariable
	// Of these, one is needed.
	oneOf []string
	// The file in DATA_DIR that it goes on from; {name} is the channel.
	state string
	// Whether it makes DATA_DIR when it is missing.
	makesFolder bool
	// Whether it goes on when it cannot sign in.
	waitsForPlatform bool
	// The variable with an address that it must reach to sign in, and what that is when unset.
	platform, platformDefault string
}

// platformVariable is a variable whose value must look like this.
type platformVariable struct {
	name  string
	looks *regexp.Regexp
}

var (
	anything      = regexp.MustCompile(`.`)
	telegramToken = regexp.MustCompile(`^\d+:[\w.-]+$`)
	slackToken    = regexp.MustCompile(`^xoxb-`)
	webAddress    = regexp.MustCompile(`^https?://`)
)

var adapters = map[string]adapter{
	"teled": {
		channel: "telegram", prefix: "telegram:", listen: ":9001", url: "http://telegram:9001",
		required: []platformVariable{{"TELEGRAM_BOT_TOKEN", telegramToken}}, state: "teled-offset-{name}",
	},
	"discd": {
		channel: "discord", prefix: "discord:", listen: ":9002", url: "http://discord:9002",
		oneOf: []string{"DISCORD_BOT_TOKEN", "DISCORD_USER_TOKEN"},
	},
	"emaid": {
		channel: "email", prefix: "email:", listen: ":9003", url: "http://email:9003",
		required: []platformVariable{
			{"EMAIL_IMAP_HOST", anything}, {"EMAIL_SMTP_HOST", anything},
			{"EMAIL_ACCOUNT", anything}, {"EMAIL_PASSWORD", anything},
		},
		state: "emaid.db", makesFolder: true, waitsForPlatform: true,
	},
	"mastd": {
		channel: "mastodon", prefix: "mastodon:", listen: ":9004", url: "http://mastd:9004",
		required: []platformVariable{{"MASTODON_INSTANCE_URL", webAddress}, {"MASTODON_ACCESS_TOKEN", anything}},
		platform: "MASTODON_INSTANCE_URL",
	},
	"bskyd": {
		channel: "bluesky", prefix: "bluesky:", listen: ":9005", url: "http://bluesky:9005",
		required: []platformVariable{{"BLUESKY_IDENTIFIER", anything}, {"BLUESKY_PASSWORD", anything}},
		state:    "bluesky-session.json", makesFolder: true,
		platform: "BLUESKY_SERVICE", platformDefault: "https://bsky.social",
	},
	"reditd": {
		channel: "reddit", prefix: "reddit:", listen: ":9006", url: "http://reditd:9006",
		required: []platformVariable{
			{"REDDIT_CLIENT_ID", anything}, {"REDDIT_CLIENT_SECRET", anything},
			{"REDDIT_USERNAME", anything}, {"REDDIT_PASSWORD", anything},
		},
		state: "cursors.json", makesFolder: true,
	},
	"linkd": {
		channel: "linkedin", prefix: "linkedin:", listen: ":9010", url: "http://linkd:9010",
		required: []platformVariable{{"LINKEDIN_CLIENT_ID", anything}, {"LINKEDIN_CLIENT_SECRET", anything}},
		state:    "linkd-state-{name}.json", makesFolder: true,
		platform: "LINKEDIN_API_BASE", platformDefault: "https://api.linkedin.com",
	},
	"slakd": {
		channel: "slack", prefix: "slack:", listen: ":8080", url: "http://slakd:8080",
		required: []platformVariable{{"SLACK_BOT_TOKEN", slackToken}, {"SLACK_SIGNING_SECRET", anything}},
	},
}
