package main

import (
	"github.com/spf13/cobra"
)

func newCompletion() *cobra.Command {
	return &cobra.Command{
		Use:   "completion bash|zsh|fish|powershell",
		Short: "Write a script that completes command lines in a shell",
		Long: `Completion writes a script for a shell, which completes verbs, flags, pages, names
of models, rules, codes and revisions. To try it out:

  bash        source <(docgen completion bash)
  zsh         source <(docgen completion zsh)
  fish        docgen completion fish | source
  powershell  docgen completion powershell | Out-String | Invoke-Expression

To keep it, write the script to where the shell looks for it:

  bash        ~/.local/share/bash-completion/completions/docgen
  zsh         a file _docgen in a directory of $fpath
  fish        ~/.config/fish/completions/docgen.fish
  powershell  a file that $PROFILE runs

The script for bash needs the package bash-completion.`,
		Example:   `  docgen completion fish > ~/.config/fish/completions/docgen.fish`,
		ValidArgs: []string{"bash", "zsh", "fish", "powershell"},
		Args:      docsArgument(cobra.MatchAll(cobra.ExactArgs(1), cobra.OnlyValidArgs)),
		RunE: func(cmd *cobra.Command, args []string) error {
			root, w := cmd.Root(), cmd.OutOrStdout()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(w, true)
			case "zsh":
				return root.GenZshCompletion(w)
			case "fish":
				return root.GenFishCompletion(w, true)
			}
			return root.GenPowerShellCompletionWithDesc(w)
		},
	}
}
