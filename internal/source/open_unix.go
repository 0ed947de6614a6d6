//go:build unix

package source

import "syscall"

// nonBlocking spares four calls of the system for each file: without it, package
// os asks for what it stands for, and takes that back for regular files.
const nonBlocking = syscall.O_NONBLOCK
