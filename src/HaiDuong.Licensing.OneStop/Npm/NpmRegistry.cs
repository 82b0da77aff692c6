namespace HaiDuong.Licensing.OneStop.Npm;

/// <summary>
/// Kho gói npm: where packages come from, by the setting <c>registry</c> as npm itself reads it, from the environment or <c>.npmrc</c>; else the public one.
/// </summary>
internal static class NpmRegistry
{
    private const string Public = "https://registry.npmjs.org";
    private const string Setting = "registry";

    public static string Address =>
        (FromEnvironment(Setting) ?? Files().Select(FromFile).FirstOrDefault(address => address is not null) ?? Public).TrimEnd('/');

    // npm takes its settings from variables of any case.
    private static string? FromEnvironment(string setting) =>
        Environment
            .GetEnvironmentVariables()
            .Keys.Cast<string>()
            .Where(name => name.Equals("npm_config_" + setting, StringComparison.OrdinalIgnoreCase))
            .Select(Environment.GetEnvironmentVariable)
            .FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));

    private static IEnumerable<string> Files() =>
        [
            Path.Combine(Environment.CurrentDirectory, ".npmrc"),
            FromEnvironment("userconfig") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".npmrc"),
        ];

    private static string? FromFile(string file) =>
        !File.Exists(file)
            ? null
            : File.ReadLines(file)
                .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
                .Where(pair => pair is [Setting, { Length: > 0 }])
                .Select(pair => pair[1].Trim('"', '\''))
                .LastOrDefault();
}
