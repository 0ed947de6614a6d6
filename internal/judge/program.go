package judge

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/docgen-go/docgen"
)

// A program is a running program that holds payloads against the models of a
// generated package.
type program struct {
	cmd    *exec.Cmd
	in     *bufio.Writer
	pipe   io.Closer
	out    *bufio.Reader
	stderr bytes.Buffer
}

// An answer is what the program says of a payload.
type answer struct {
	Broken bool     // it is no JSON
	Late   bool     // Validate said so, not UnmarshalJSON
	Found  []string // JSON pointers, in the order of the violations; none for a payload that is taken
	Codes  []string // of each
	Other  string   // an error of another kind
}

// source is the program, without the models.
const source = `package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"os"

	api "judged/api"
)

type model interface {
	UnmarshalJSON([]byte) error
	Validate() error
}

type answer struct {
	Broken, Late bool
	Found, Codes []string
	Other        string
}

func judge(m model, payload []byte) (a answer) {
	err := m.UnmarshalJSON(payload)
	if err == nil {
		a.Late = true
		err = m.Validate()
	}
	var broken *api.SyntaxError
	var invalid api.ValidationError
	switch {
	case errors.As(err, &broken):
		a.Broken, a.Found = true, []string{broken.Path}
	case errors.As(err, &invalid):
		for _, f := range invalid {
			a.Found, a.Codes = append(a.Found, f.Path), append(a.Codes, f.Code)
		}
	case err != nil:
		a.Other = err.Error()
	}
	return a
}

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	enc := json.NewEncoder(out)
	for {
		line, err := in.ReadBytes('\n')
		if err != nil {
			return
		}
		name, payload, _ := bytes.Cut(bytes.TrimSuffix(line, []byte("\n")), []byte("\t"))
		if enc.Encode(judge(models[string(name)](), payload)) != nil {
			return
		}
		if in.Buffered() == 0 && out.Flush() != nil {
			return
		}
	}
}

var models = map[string]func() model{
`

// build writes the package of a result and the program around it to dir, and
// compiles it.
func build(ctx context.Context, dir string, files []docgen.File, models []string) error {
	var text strings.Builder
	text.WriteString(source)
	for _, name := range slices.Sorted(slices.Values(models)) {
		fmt.Fprintf(&text, "\t%q: func() model { return new(api.%s) },\n", name, name)
	}
	text.WriteString("}\n")
	content := map[string][]byte{"go.mod": []byte("module judged\n\ngo 1.24.0\n"), "main.go": []byte(text.String())}
	for _, f := range files {
		if !strings.HasSuffix(f.Name, "_test.go") {
			content[filepath.Join("api", f.Name)] = f.Content
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "api"), 0o755); err != nil {
		return err
	}
	for name, text := range content {
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
			return err
		}
	}
	cmd := exec.CommandContext(ctx, "go", "build", "-o", "program", ".")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %w\n%s", err, out)
	}
	return nil
}

// start runs the program in dir.
func start(ctx context.Context, dir string) (*program, error) {
	p := &program{cmd: exec.CommandContext(ctx, filepath.Join(dir, "program"))}
	p.cmd.Stderr = &p.stderr
	in, err := p.cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	p.in, p.pipe, p.out = bufio.NewWriter(in), in, bufio.NewReader(out)
	return p, p.cmd.Start()
}

// ask has a payload judged. Payloads have no line breaks.
func (p *program) ask(model string, payload []byte) (answer, error) {
	var a answer
	fmt.Fprintf(p.in, "%s\t%s\n", model, payload)
	if err := p.in.Flush(); err != nil {
		return a, fmt.Errorf("%w: %s", err, p.stderr.Bytes())
	}
	line, err := p.out.ReadBytes('\n')
	if err != nil {
		return a, fmt.Errorf("the program ended on %s %.200s: %w\n%s", model, payload, err, p.stderr.Bytes())
	}
	return a, json.Unmarshal(line, &a)
}

// stop ends the program.
func (p *program) stop() error {
	if err := p.pipe.Close(); err != nil {
		return err
	}
	return p.cmd.Wait()
}
