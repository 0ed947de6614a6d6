// Copied beside the package that is generated from the corpus, to try it on
// real payloads. PAYLOADS is the directory that holds them.
package plaid_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	plaid "generated"
)

type model interface {
	UnmarshalJSON([]byte) error
	MarshalJSON() ([]byte, error)
	AppendJSON([]byte) ([]byte, error)
	Validate() error
}

// payloads tells the model of each payload, and changes one member of it: in
// the value and in what the JSON is then expected to be.
var payloads = []struct {
	file   string
	model  model
	change func(m any, want map[string]any)
}{
	{"credit_sessions.json", new(plaid.CreditSessionsGetResponse), func(m any, want map[string]any) {
		m.(*plaid.CreditSessionsGetResponse).Sessions[0].LinkSessionID = plaid.Ptr("changed")
		want["sessions"].([]any)[0].(map[string]any)["link_session_id"] = "changed"
	}},
	{"payroll_income.json", new(plaid.CreditPayrollIncomeGetResponse), func(m any, want map[string]any) {
		m.(*plaid.CreditPayrollIncomeGetResponse).Items[0].ItemID = "changed"
		want["items"].([]any)[0].(map[string]any)["item_id"] = "changed"
	}},
	{"asset_report.json", new(plaid.AssetReportGetResponse), func(m any, want map[string]any) {
		m.(*plaid.AssetReportGetResponse).Report.DaysRequested = 17
		want["report"].(map[string]any)["days_requested"] = json.Number("17")
	}},
	{"transactions_sync.json", new(plaid.TransactionsSyncResponse), setHasMore},
	{"transactions_sync_unknown_members.json", new(plaid.TransactionsSyncResponse), setHasMore},
}

func setHasMore(m any, want map[string]any) {
	r := m.(*plaid.TransactionsSyncResponse)
	r.HasMore = !r.HasMore
	want["has_more"] = r.HasMore
}

func TestPayloads(t *testing.T) {
	for _, p := range payloads {
		t.Run(p.file, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join(os.Getenv("PAYLOADS"), p.file))
			if err != nil {
				t.Fatal(err)
			}
			before := bytes.Clone(data)
			if err := p.model.UnmarshalJSON(data); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(before, data) {
				t.Error("decoding changed the caller's bytes")
			}
			clear(data)
			if err := p.model.Validate(); err != nil {
				t.Errorf("Validate: %v", err)
			}
			want := value(t, before).(map[string]any)
			same(t, p.model, want)
			p.change(p.model, want)
			same(t, p.model, want)
		})
	}
}

// same compares what m encodes to with want, both ways to encode.
func same(t *testing.T, m model, want any) {
	t.Helper()
	appended, err := m.AppendJSON([]byte("kept"))
	if err != nil {
		t.Fatal(err)
	}
	marshaled, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range [][]byte{bytes.TrimPrefix(appended, []byte("kept")), marshaled} {
		if got := value(t, text); !reflect.DeepEqual(got, want) {
			t.Errorf("encoded to another value:\n%s", text)
		}
	}
}

func value(t *testing.T, text []byte) any {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var v any
	if err := decoder.Decode(&v); err != nil {
		t.Fatal(err)
	}
	return plain(v)
}

// plain writes each number as encoding/json writes a float64, so that 1 and
// 1.0 are the same.
func plain(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k := range v {
			v[k] = plain(v[k])
		}
	case []any:
		for i := range v {
			v[i] = plain(v[i])
		}
	case json.Number:
		if f, err := v.Float64(); err == nil {
			text, _ := json.Marshal(f)
			return json.Number(text)
		}
	}
	return v
}

func TestMissingRequestID(t *testing.T) {
	var m plaid.CreditSessionsGetResponse
	err := m.UnmarshalJSON([]byte(`{"sessions":[],"later":{"a":[1]}}`))
	var invalid plaid.ValidationError
	if !errors.As(err, &invalid) || !errors.Is(err, plaid.ErrRequired) || len(invalid) != 1 || invalid[0].Path != "/request_id" {
		t.Fatalf("a missing request_id gives %v", err)
	}
	if string(m.AdditionalProperties["later"]) != `{"a":[1]}` || m.Sessions == nil {
		t.Errorf("what could be read is not there: %+v", m)
	}
}
