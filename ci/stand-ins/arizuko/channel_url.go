package arizuko

import (
	"fmt"
	"net"
	"net/url"
	"os"
)

// checkChannelURL keeps routd from being sent to public addresses.
func checkChannelURL(address string) error {
	parsed, err := url.Parse(address)
	if err != nil || (parsed.Scheme != "http" && parsed.Scheme != "https") || parsed.Hostname() == "" {
		return fmt.Errorf("invalid url %q", address)
	}
	if os.Getenv("CHANNEL_REGISTER_ALLOW_PUBLIC") == "1" {
		return nil
	}
	addresses, err := net.LookupIP(parsed.Hostname())
	if err != nil {
		// Names may begin to resolve later.
		return nil
	}
	for _, ip := range addresses {
		if !ip.IsPrivate() && !ip.IsLoopback() && !ip.IsLinkLocalUnicast() {
			return fmt.Errorf("url host %s is a public address", ip)
		}
	}
	return nil
}
