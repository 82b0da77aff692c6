using HaiDuong.Licensing.OneStop.Settings;

namespace HaiDuong.Licensing.OneStop.Npm;

/// <summary>Elsa Studio as it is published on npm: which version, its hash, and where it lies once it was fetched. Never part of this program.</summary>
public sealed class StudioPackage(OfficeOptions options)
{
    public const string Version = "3.8.2";

    public static NpmPackage Package { get; } =
        new("@elsa-workflows/elsa-studio-wasm", Version, "aoyapE8UDCEriuYekGv1CWzLqeNZDUL8nJGmxPXNcvXTkGRT8u4QWBqlRwlm02AZcPpG9PU0FZJx3zSAyQVzGg==");

    /// <summary>What an administrator types to fetch it.</summary>
    public const string FetchCommand = "dotnet run --project src/HaiDuong.Licensing.Web -- studio";

    public string Folder { get; } = Path.Combine(Path.GetFullPath(options.StudioFolder ?? Path.Combine(options.DataFolder, "studio")), Version);

    /// <summary>True once the whole package was unpacked.</summary>
    public bool IsThere => File.Exists(Path.Combine(Folder, "_framework", "blazor.webassembly.js"));
}
