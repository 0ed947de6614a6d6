package naming_test

import (
	"go/token"
	"testing"

	"github.com/docgen-go/docgen/internal/naming"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestWords(t *testing.T) {
	for name, want := range map[string][]string{
		"link_session_id":    {"link", "session", "id"},
		"linkSessionId":      {"link", "Session", "Id"},
		"HTTPServerError":    {"HTTP", "Server", "Error"},
		"num_w2s_retrieved":  {"num", "w2s", "retrieved"},
		"iso_3166_1":         {"iso", "3166", "1"},
		"webhookURLs":        {"webhook", "URLs"},
		"IDsByName":          {"IDs", "By", "Name"},
		"OAuth2Token":        {"O", "Auth2", "Token"},
		"cash isa":           {"cash", "isa"},
		"x-request.id/value": {"x", "request", "id", "value"},
		"":                   nil,
		"__":                 nil,
	} {
		if diff := cmp.Diff(want, naming.Words(name)); diff != "" {
			t.Errorf("Words(%q) (-want +got):\n%s", name, diff)
		}
	}
}

func TestExported(t *testing.T) {
	for name, want := range map[string]string{
		"request_id":            "RequestID",
		"CreditSession":         "CreditSession",
		"ACHClass":              "ACHClass",
		"ASSET_DETAIL":          "AssetDetail",
		"webhookIds":            "WebhookIDs",
		"url":                   "URL",
		"num_w2s":               "NumW2s",
		"3ds":                   "X3ds",
		"名前":                    "X名前",
		"🙂":                     "",
		"GetHTTPUrl":            "GetHTTPURL",
		"date_":                 "Date",
		"HTTPValidationError":   "HTTPValidationError",
		"__pydantic_extra__":    "PydanticExtra",
		"first payment default": "FirstPaymentDefault",
	} {
		if got := naming.Exported(name); got != want {
			t.Errorf("Exported(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestInitialisms(t *testing.T) {
	s := naming.Initialisms{Add: []string{"kyc", "W2"}, Remove: []string{"ip", "ID"}}
	for name, want := range map[string]string{
		"kyc_id":    "KYCId",
		"kycIds":    "KYCIds",
		"kycs":      "KYCs",
		"num_w2s":   "NumW2s",
		"ip_url":    "IpURL",
		"IPAddress": "IPAddress",
	} {
		if got := s.Exported(name); got != want {
			t.Errorf("Exported(%q) = %q, want %q", name, got, want)
		}
	}
	if !naming.IsUsual("url") || naming.IsUsual("kyc") || !naming.IsWord("w2") || naming.IsWord("2w") || naming.IsWord("a-b") {
		t.Error("words are not told apart")
	}
}

func TestVerbatim(t *testing.T) {
	for name, want := range map[string]string{
		"user_id": "User_id", "userId": "UserId", "sort.by": "Sort_by", "": "",
	} {
		if got := naming.Verbatim(name); got != want {
			t.Errorf("Verbatim(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestSnake(t *testing.T) {
	if got, want := naming.Snake("CreditSessionsGetResponse"), "credit_sessions_get_response"; got != want {
		t.Errorf("Snake = %q, want %q", got, want)
	}
}

// What Exported returns is an exported identifier, or nothing at all.
func TestExportedIsIdentifier(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.String().Draw(t, "name")
		for _, got := range []string{naming.Exported(name), naming.Verbatim(name)} {
			if got != "" && (!token.IsIdentifier(got) || !token.IsExported(got)) {
				t.Fatalf("%q became %q", name, got)
			}
		}
	})
}

func TestFold(t *testing.T) {
	for name, want := range map[string]string{
		"expires_at": "expiresat", "ExpiresAt": "expiresat", "expires-at_": "expiresat", "iso_3166_1": "iso31661", "_": "", "Größe": "größe",
	} {
		if got := naming.Fold(name); got != want {
			t.Errorf("Fold(%q) = %q, want %q", name, got, want)
		}
	}
}
