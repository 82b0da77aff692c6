#!/bin/sh
# Prints which folder of each project knows which, and how many circles there are: read from the compiled code.
set -e
cd "$(dirname "$0")/.."
dotnet test tests/HaiDuong.Licensing.Tests --filter "FullyQualifiedName~FolderTests.Folders_HaveNoCircle" --logger "console;verbosity=detailed" | sed -n '/Standard Output Messages/,$p' | grep -E '→|circles' | sort -u
