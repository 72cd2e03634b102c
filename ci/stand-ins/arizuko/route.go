package arizuko

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// route is a row of proxyd's table.
type route struct {
	Path            string   `json:"path"`
	Backend         string   `json:"backend"`
	Auth            string   `json:"auth"`
	GatedBy         string   `json:"gated_by,omitempty"`
	PreserveHeaders []string `json:"preserve_headers,omitempty"`
	StripPrefix     bool     `json:"strip_prefix,omitempty"`
	RedirectTo      string   `json:"redirect_to,omitempty"`
}

// parseRoutes reads PROXYD_ROUTES_JSON. What backends look like is not looked at here.
func parseRoutes(text string) ([]route, error) {
	if strings.TrimSpace(text) == "" {
		return nil, nil
	}
	var routes []route
	if err := json.Unmarshal([]byte(text), &routes); err != nil {
		return nil, fmt.Errorf("PROXYD_ROUTES_JSON parse failed: %w", err)
	}
	seen := map[string]bool{}
	for position, route := range routes {
		problem := ""
		switch {
		case !strings.HasPrefix(route.Path, "/"):
			problem = "must start with '/'"
		case route.Backend == "" && route.RedirectTo == "":
			problem = "backend or redirect_to is required"
		case !slices.Contains([]string{"public", "user", "operator"}, route.Auth):
			problem = fmt.Sprintf("auth %q not in {public,user,operator}", route.Auth)
		case seen[route.Path]:
			problem = "duplicate path"
		}
		if problem != "" {
			place := fmt.Sprintf("route[%d] path %q", position, route.Path)
			return nil, fmt.Errorf("PROXYD_ROUTES_JSON parse failed: %s: %s", place, problem)
		}
		seen[route.Path] = true
	}
	return routes, nil
}

// matchRoute finds the longest path that fits: with a slash at its end, what the request's begins with, else its equal.
func matchRoute(routes []route, path string) *route {
	var best *route
	for position := range routes {
		candidate := &routes[position]
		fits := path == candidate.Path
		if strings.HasSuffix(candidate.Path, "/") {
			fits = strings.HasPrefix(path, candidate.Path)
		}
		if fits && (best == nil || len(candidate.Path) > len(best.Path)) {
			best = candidate
		}
	}
	return best
}

// putRoute replaces the row of the same path.
func (content *routdContent) putRoute(added route) {
	content.deleteRoute(added.Path)
	content.ProxydRoutes = append(content.ProxydRoutes, added)
}

func (content *routdContent) deleteRoute(path string) bool {
	before := len(content.ProxydRoutes)
	content.ProxydRoutes = slices.DeleteFunc(content.ProxydRoutes, func(route route) bool { return route.Path == path })
	return len(content.ProxydRoutes) < before
}
