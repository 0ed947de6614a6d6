//go:build prepared

package contract

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/docgen-go/docgen/internal/bench/testdata/prepared/docgen"
)

type model interface {
	json.Unmarshaler
	AppendJSON(dst []byte) ([]byte, error)
}

// payloads are the payloads and their models.
var payloads = map[string]func() model{
	"asset_report":                      func() model { return new(docgen.AssetReportGetResponse) },
	"credit_sessions":                   func() model { return new(docgen.CreditSessionsGetResponse) },
	"payroll_income":                    func() model { return new(docgen.CreditPayrollIncomeGetResponse) },
	"transactions_sync":                 func() model { return new(docgen.TransactionsSyncResponse) },
	"transactions_sync_unknown_members": func() model { return new(docgen.TransactionsSyncResponse) },
}

// eachPayload runs a test for each payload, in parallel.
func eachPayload(t *testing.T, test func(t *testing.T, data []byte, fresh func() model)) {
	corpus := os.Getenv("DOCGEN_CORPUS")
	if corpus == "" {
		corpus = filepath.Join("..", "shared", "corpus")
	}
	if !filepath.IsAbs(corpus) { // it is relative to the repository's root
		corpus = filepath.Join("..", "..", "..", corpus)
	}
	dir := filepath.Join(filepath.Dir(filepath.Clean(corpus)), "payloads")
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("no payloads: %v (they lie beside the corpus, which DOCGEN_CORPUS tells)", err)
	}
	for name, fresh := range payloads {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			data, err := os.ReadFile(filepath.Join(dir, name+".json"))
			if err != nil {
				t.Fatal(err)
			}
			test(t, data, fresh)
		})
	}
}

// TestTruncation cuts each payload at each byte. What was cut off still
// stands behind the slice, where nobody may look. The end of a payload is
// all that makes it whole, so that each cut is a syntax error.
//
// The time goes with the square of the length; -short tries fewer cuts.
func TestTruncation(t *testing.T) {
	step := 1
	if testing.Short() {
		step = 101 // a prime, so that cuts fall anywhere in what repeats
	}
	eachPayload(t, func(t *testing.T, data []byte, fresh func() model) {
		data = bytes.TrimSpace(data)
		for n := 0; n < len(data); n += step {
			if err := fresh().UnmarshalJSON(data[:n]); !isSyntaxOf(err) {
				t.Fatalf("the first %d of %d bytes give %v", n, len(data), err)
			}
		}
		if err := fresh().UnmarshalJSON(data); err != nil {
			t.Fatalf("the whole gives %v", err)
		}
	})
}

// TestBuffer overwrites the caller's bytes after decoding, and the bytes that
// an encoded value was appended to: neither may change the value.
func TestBuffer(t *testing.T) {
	eachPayload(t, func(t *testing.T, data []byte, fresh func() model) {
		before := bytes.Clone(data)
		m := fresh()
		if err := m.UnmarshalJSON(data); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(data, before) {
			t.Error("decoding changed the caller's bytes")
		}
		first, err := m.AppendJSON(nil)
		if err != nil {
			t.Fatal(err)
		}
		want := bytes.Clone(first)
		for i := range data {
			data[i] = '#'
		}
		for i := range first {
			first[i] = '#'
		}
		second, err := m.AppendJSON(first[:0])
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(second, want) {
			t.Error("the value lives in the caller's bytes")
		}
	})
}
