package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// manPage returns the manual page of a command in roff, by the macros of
// man(7). It holds no date, so that it differs only when docgen does.
func manPage(cmd *cobra.Command) string {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH %s 1 \"\" docgen \"docgen manual\"\n", roff(strings.ToUpper(pageName(cmd))))
	fmt.Fprintf(&b, ".SH NAME\n%s \\- %s\n", roff(pageName(cmd)), roff(cmd.Short))
	if cmd.Runnable() {
		fmt.Fprintf(&b, ".SH SYNOPSIS\n.B %s\n", roff(cmd.UseLine()))
	}
	b.WriteString(".SH DESCRIPTION\n")
	writeRoff(&b, description(cmd))
	manFlags(&b, cmd)
	if cmd.Example != "" {
		b.WriteString(".SH EXAMPLES\n")
		writeRoff(&b, cmd.Example)
	}
	manLinks(&b, cmd)
	return b.String()
}

// description returns the long text of a command, or the short one.
func description(cmd *cobra.Command) string {
	if cmd.Long == "" {
		return cmd.Short + "."
	}
	return cmd.Long
}

func manFlags(b *strings.Builder, cmd *cobra.Command) {
	flags := visibleFlags(cmd)
	if len(flags) == 0 {
		return
	}
	b.WriteString(".SH OPTIONS\n")
	for _, f := range flags {
		fmt.Fprintf(b, ".TP\n.B %s\n%s\n", roff(flagForm(f)), roff(flagMeaning(f)))
	}
}

// manLinks writes which pages are near: that of the command above, and those
// below.
func manLinks(b *strings.Builder, cmd *cobra.Command) {
	var near []string
	if cmd.HasParent() {
		near = append(near, pageName(cmd.Parent()))
	}
	for _, c := range commands(cmd)[1:] {
		if c.Parent() == cmd {
			near = append(near, pageName(c))
		}
	}
	b.WriteString(".SH SEE ALSO\n")
	for i, name := range near {
		end := ","
		if i == len(near)-1 {
			end = ""
		}
		fmt.Fprintf(b, ".BR %s (1)%s\n", roff(name), end)
	}
}

// visibleFlags returns the flags that a command has of its own, in order.
func visibleFlags(cmd *cobra.Command) []*pflag.Flag {
	var flags []*pflag.Flag
	cmd.NonInheritedFlags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden && f.Name != "help" {
			flags = append(flags, f)
		}
	})
	return flags
}

// flagForm returns how a flag is written: "-o, --out string".
func flagForm(f *pflag.Flag) string {
	form := "--" + f.Name
	if f.Shorthand != "" {
		form = "-" + f.Shorthand + ", " + form
	}
	switch f.Value.Type() {
	case "bool":
		return form
	case "stringArray":
		return form + " string"
	}
	return form + " " + f.Value.Type()
}

// flagMeaning returns what a flag does, its default, and whether it can be
// given more than once.
func flagMeaning(f *pflag.Flag) string {
	meaning := f.Usage
	switch {
	case f.Value.Type() == "stringArray" && !strings.Contains(meaning, "repeated"):
		meaning += "; may be repeated"
	case f.Value.Type() == "string" && f.DefValue != "":
		meaning += " (default: " + f.DefValue + ")"
	}
	return meaning
}

// writeRoff writes text as paragraphs, and its indented parts as they stand.
func writeRoff(b *strings.Builder, text string) {
	for i, part := range strings.Split(text, "\n\n") {
		if i > 0 {
			b.WriteString(".PP\n")
		}
		if strings.HasPrefix(part, "  ") {
			fmt.Fprintf(b, ".nf\n%s\n.fi\n", roff(part))
			continue
		}
		b.WriteString(roff(part) + "\n")
	}
}

var roffEscaper = strings.NewReplacer(`\`, `\e`, "-", `\-`, "\n.", "\n\\&.", "\n'", "\n\\&'", `"`, `\(dq`)

// roff returns text that roff shows as it is, wherever a line begins.
func roff(text string) string {
	text = roffEscaper.Replace("\n" + text)
	return text[1:]
}
