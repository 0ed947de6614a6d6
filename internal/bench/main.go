// Command bench measures what docgen generates against what other generators
// and libraries make of the same models.
//
//	go -C internal/bench run . [flags] [command]
//
// The commands are
//
//	race     decode and encode real payloads (the default)
//	speed    how long the generators themselves take, as processes
//	cost     lines, build, vet and binary size of a whole API's package
//	prepare  write the packages that race and the tests of contract compile
//
// Whatever is made goes below testdata/prepared, which git ignores.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"github.com/docgen-go/docgen/internal/bench/prepare"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// options are the command line's.
type options struct {
	corpus   string
	payloads string
	rounds   int
	pass     time.Duration
	peers    string
	out      string
	json     string
	markdown string
}

func run(ctx context.Context, args []string) error {
	var opts options
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	flags.StringVar(&opts.corpus, "corpus", defaultCorpus(), "directory of the documentation trees")
	flags.StringVar(&opts.payloads, "payloads", "", "directory of the payloads (default payloads, beside the corpus)")
	flags.IntVar(&opts.rounds, "rounds", 7, "how often each peer has its turn")
	flags.DurationVar(&opts.pass, "pass", 300*time.Millisecond, "how long a turn is, about")
	flags.StringVar(&opts.peers, "peers", "", "a regular expression for the names of the peers to measure (default all)")
	flags.StringVar(&opts.out, "out", "", "directory for what speed's generators write, such as one in memory (default: beside the packages)")
	flags.StringVar(&opts.json, "json", "", "file to write the figures to, as JSON")
	flags.StringVar(&opts.markdown, "md", "", "file to write the tables to, as markdown")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if err := opts.locate(); err != nil {
		return err
	}
	switch command := flags.Arg(0); command {
	case "", "race":
		return opts.race(ctx)
	case "cost":
		return opts.cost(ctx)
	case "speed":
		return opts.speed(ctx)
	case "floor": // what speed runs to compare with
		return floor(flags.Arg(1))
	case "prepare":
		return opts.prepare(ctx)
	default:
		return fmt.Errorf("unknown command %q", command)
	}
}

// root is the repository's root, seen from the module's.
var root = filepath.Join("..", "..")

// defaultCorpus is where the repository's tests look too: a relative path is
// relative to the repository's root.
func defaultCorpus() string {
	corpus := os.Getenv("DOCGEN_CORPUS")
	if corpus == "" {
		corpus = filepath.Join("..", "shared", "corpus")
	}
	if filepath.IsAbs(corpus) {
		return corpus
	}
	return filepath.Join(root, corpus)
}

// locate makes the paths absolute and checks that they lead somewhere.
func (o *options) locate() error {
	if _, err := os.Stat("contest"); err != nil {
		return fmt.Errorf("not in the benchmark's directory (go -C internal/bench run .): %w", err)
	}
	if o.payloads == "" {
		o.payloads = filepath.Join(filepath.Dir(filepath.Clean(o.corpus)), "payloads")
	}
	for _, path := range []*string{&o.corpus, &o.payloads} {
		abs, err := filepath.Abs(*path)
		if err != nil {
			return err
		}
		if _, err := os.Stat(abs); err != nil {
			return fmt.Errorf("%w (DOCGEN_CORPUS or -corpus says where the documentation trees are)", err)
		}
		*path = abs
	}
	return nil
}

// prepare writes the packages of all peers, for the models of the payloads.
func (o *options) prepare(ctx context.Context) error {
	schema, err := prepare.Schema(ctx, filepath.Join(o.corpus, "plaid"))
	if err != nil {
		return err
	}
	part, err := prepare.Cut(schema, prepare.Roots)
	if err != nil {
		return err
	}
	err = prepare.Packages(ctx, prepare.Options{
		Schema: part,
		Dir:    prepare.Dir,
		Sets: []prepare.Set{
			prepare.Docgen, prepare.Plain, prepare.EasyJSON, prepare.Ogen, prepare.OapiCodegen,
		},
	})
	if err != nil {
		return err
	}
	return prepare.Sample(ctx)
}

// race prepares, then builds and runs the contest over what was prepared.
func (o *options) race(ctx context.Context) error {
	if err := o.prepare(ctx); err != nil {
		return err
	}
	args := []string{
		"run", "-tags", "prepared", "./contest", "-payloads", o.payloads,
		"-rounds", strconv.Itoa(o.rounds), "-pass", o.pass.String(), "-peers", o.peers,
	}
	for _, out := range [][2]string{{"-json", o.json}, {"-md", o.markdown}} {
		if out[1] != "" {
			args = slices.Concat(args, out[:])
		}
	}
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	return cmd.Run()
}
