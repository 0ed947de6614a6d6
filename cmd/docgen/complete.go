package main

import (
	"fmt"
	"os/exec"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/docgen-go/docgen"
	"github.com/docgen-go/docgen/docs/guide"
	"github.com/docgen-go/docgen/internal/breaking"
	"github.com/docgen-go/docgen/ir"
)

// flagCompletions say what the values of flags are, whichever verb has them.
var flagCompletions = map[string]cobra.CompletionFunc{
	"allow":       completeRules,
	"also":        completePages,
	"api-version": cobra.NoFileCompletions,
	"config":      completeFiles("yaml", "yml"),
	"dialect":     completeWords(docgen.Dialects()),
	"docs":        completePages,
	"explain":     completeWords(guide.Diagnostics()),
	"model":       completeModels,
	"out":         completeDirectories,
	"package":     cobra.NoFileCompletions,
	"root":        completeModels,
	"links":       cobra.NoFileCompletions,
	"samples":     completeFiles("json"),
	"title":       cobra.NoFileCompletions,
}

// addCompletions tells the shells, for every command below root, what its
// arguments and the values of its flags may be.
func addCompletions(root *cobra.Command) {
	for _, cmd := range root.Commands() {
		addCompletions(cmd)
		if strings.Contains(cmd.Use, "DOCS") {
			cmd.ValidArgsFunction = completePages
		}
		for name, complete := range flagCompletions {
			if cmd.Flags().Lookup(name) != nil {
				completeFlag(cmd, name, complete)
			}
		}
	}
}

// completeFlag tells the shells what the value of a flag of cmd may be.
func completeFlag(cmd *cobra.Command, name string, complete cobra.CompletionFunc) {
	if err := cmd.RegisterFlagCompletionFunc(name, complete); err != nil {
		panic("docgen: " + err.Error())
	}
}

// completeWords completes one of some words.
func completeWords(words []string) cobra.CompletionFunc {
	return func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		return withPrefix(words, typed), cobra.ShellCompDirectiveNoFileComp
	}
}

// withPrefix returns those of words that begin with what was typed.
func withPrefix(words []string, typed string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return !strings.HasPrefix(w, typed) })
}

// completeFiles completes the names of files, and of directories on the way.
func completeFiles(extensions ...string) cobra.CompletionFunc {
	return func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return extensions, cobra.ShellCompDirectiveFilterFileExt
	}
}

// completeDirectories completes the names of directories.
func completeDirectories(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

// completePages completes pages and directories of them: those that docgen
// would read by itself, as long as nothing else is typed.
func completePages(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if typed == "" && len(args) == 0 {
		var own []string
		targets, err := evidence{config: flagValue(cmd, "config")}.packages()
		if err == nil { // where docgen knows of no pages, files are completed
			for _, t := range targets {
				own = append(own, t.docs)
			}
			return own, cobra.ShellCompDirectiveNoFileComp
		}
	}
	return completeFiles("md", "markdown", "mdx")(cmd, args, typed)
}

// completeRules completes the rules by which versions differ.
func completeRules(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	var ids []string
	for _, r := range breaking.Rules() {
		if r.Severity() != "compatible" && strings.HasPrefix(r.ID, typed) {
			ids = append(ids, cobra.CompletionWithDesc(r.ID, fmt.Sprintf("%s: %s", r.Side, r.Effect)))
		}
	}
	return ids, cobra.ShellCompDirectiveNoFileComp
}

// completeModels completes the titles of models on the pages that the command
// line names so far. What is wrong with the pages is for the command to say.
func completeModels(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	docs := flagValue(cmd, "docs")
	if docs == "" && strings.Contains(cmd.Use, "DOCS") && len(args) > 0 {
		docs = args[0]
	}
	var pages []string
	if docs != "" {
		pages = []string{docs}
	}
	targets, err := vetTargets(pages, evidence{config: flagValue(cmd, "config"), dialect: flagValue(cmd, "dialect")})
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var titles []string
	for _, t := range targets {
		result, err := docgen.Read(cmd.Context(), t.options())
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		for _, m := range result.Schema.Models {
			if h := m.Head(); h.Role != ir.RoleEnvelope && strings.HasPrefix(strings.ToLower(h.Title), strings.ToLower(typed)) {
				titles = append(titles, cobra.CompletionWithDesc(h.Title, h.ID.String()))
			}
		}
	}
	slices.Sort(titles)
	return slices.Compact(titles), cobra.ShellCompDirectiveNoFileComp
}

// completeVersions completes the tags and branches of the repository, and
// paths beside them.
func completeVersions(cmd *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	out, err := exec.CommandContext(cmd.Context(), "git", "for-each-ref", "--format=%(refname:short)").Output()
	if err != nil { // no repository has no revisions
		return nil, cobra.ShellCompDirectiveDefault
	}
	return withPrefix(strings.Fields(string(out)), typed), cobra.ShellCompDirectiveDefault
}

// flagValue returns the value of a flag that the command may have.
func flagValue(cmd *cobra.Command, name string) string {
	if f := cmd.Flags().Lookup(name); f != nil {
		return f.Value.String()
	}
	return ""
}
