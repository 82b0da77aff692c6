using System.CommandLine;

namespace HaiDuong.Licensing.Web.Commands;

/// <summary>The program as a tool: one word after <c>--</c> names the command; no word serves the pages.</summary>
public static class CommandLine
{
    /// <summary>True when the arguments name a command or ask for help; anything else configures the web program.</summary>
    public static bool Knows(string[] args) =>
        args.Length > 0 && (args[0] is "--help" or "-h" or "-?" or "help" || Root().Subcommands.Any(command => command.Name == args[0]));

    public static Task<int> RunAsync(string[] args) => Root().Parse(args is ["help", ..] ? ["--help"] : args).InvokeAsync();

    private static RootCommand Root() =>
        [
            DemoCommand.Create(),
            CheckCommand.Create(),
            SimulateCommand.Create(),
            DeadlineCommand.Create(),
            MigrateCommand.Create(),
            RowsCommand.Create(),
            StudioCommand.Create(),
            AccountCommand.Create(),
            ImportCommand.Create(),
        ];
}
