namespace HaiDuong.Licensing.Web.Commands;

/// <summary>What a command stands on: the same settings as the web program, and a log that keeps standard output free for answers.</summary>
internal static class CommandSettings
{
    public static IConfiguration Read() =>
        new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddJsonFile(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .Build();

    public static ILoggerFactory Log() =>
        LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
}
