//go:build prepared

// Command contest measures the packages that the benchmark has prepared. The
// benchmark builds and runs it.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"time"

	"github.com/bytedance/sonic"

	"github.com/docgen-go/docgen/internal/bench/race"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "contest:", err)
		os.Exit(1)
	}
}

func run() error {
	var out race.Output
	opts := race.Options{Log: os.Stderr}
	dir := flag.String("payloads", "", "directory of the payloads")
	peers := flag.String("peers", "", "regular expression for the names of the peers to measure")
	flag.IntVar(&opts.Rounds, "rounds", 7, "how often each peer has its turn")
	flag.DurationVar(&opts.Pass, "pass", 300*time.Millisecond, "how long a turn is, about")
	turn := flag.String("turn", "", "take one turn, DIRECTION/PAYLOAD/CONTESTANT, and print it as JSON")
	flag.StringVar(&out.JSON, "json", "", "file for the figures")
	flag.StringVar(&out.MD, "md", "", "file for the tables")
	flag.Parse()
	var err error
	if opts.Peers, err = regexp.Compile(*peers); err != nil {
		return err
	}
	// One core, as for a server that has work for all of them: the garbage
	// collector's share is part of what a call costs.
	runtime.GOMAXPROCS(1)

	payloads, err := load(*dir)
	if err != nil {
		return err
	}
	if *turn != "" {
		return take(*turn, payloads, opts.Pass)
	}
	opts.Measure = func(payload, contestant, direction string) (race.Turn, error) {
		return spawn(*dir, opts.Pass, direction+"/"+payload+"/"+contestant)
	}
	results, err := race.Run(payloads, opts)
	if err != nil {
		return err
	}
	out.Value = results
	out.Markdown = heading(opts) + race.Markdown(results)
	return race.Write(os.Stdout, out)
}

// take takes one turn and prints it.
func take(name string, payloads []race.Payload, pass time.Duration) error {
	parts := strings.SplitN(name, "/", 3)
	for i := range payloads {
		if len(parts) == 3 && payloads[i].Name == parts[1] {
			turn, err := payloads[i].Turn(parts[2], parts[0], pass)
			if err != nil {
				return err
			}
			return json.NewEncoder(os.Stdout).Encode(turn)
		}
	}
	return fmt.Errorf("there is no turn %q", name)
}

// spawn has a process of its own take a turn.
func spawn(dir string, pass time.Duration, name string) (race.Turn, error) {
	var turn race.Turn
	self, err := os.Executable()
	if err != nil {
		return turn, err
	}
	cmd := exec.Command(self, "-payloads", dir, "-pass", pass.String(), "-turn", name)
	cmd.Stderr = os.Stderr
	text, err := cmd.Output()
	if err != nil {
		return turn, err
	}
	return turn, json.Unmarshal(text, &turn)
}

// load reads the payloads.
func load(dir string) ([]race.Payload, error) {
	payloads := []race.Payload{
		{Name: "credit_sessions", Contestants: creditSessions()},
		{Name: "payroll_income", Contestants: payrollIncome()},
		{Name: "asset_report", Contestants: assetReport()},
		{Name: "transactions_sync", Contestants: transactionsSync()},
		{Name: "transactions_sync_unknown_members", Contestants: transactionsSync()},
	}
	for i := range payloads {
		data, err := os.ReadFile(filepath.Join(dir, payloads[i].Name+".json"))
		if err != nil {
			return nil, err
		}
		payloads[i].Data = data
	}
	return payloads, nil
}

// heading says what the figures were taken with.
func heading(opts race.Options) string {
	return fmt.Sprintf("%s, %s/%s, GOMAXPROCS=1, %d interleaved rounds of %s, each turn in a process of its own; medians. Sonic %s.\n\n",
		runtime.Version(), runtime.GOOS, runtime.GOARCH, opts.Rounds, opts.Pass, sonicEngine())
}

// sonicEngine says what sonic is on this machine: it knows few architectures
// and no Go later than itself.
func sonicEngine() string {
	switch {
	case sonic.APIKind != sonic.UseSonicJSON:
		return "falls back to encoding/json here and is no rival"
	case runtime.GOARCH == "amd64":
		return "compiles its coders at run time (JIT)"
	}
	return "runs without its compiler (JIT) here"
}
