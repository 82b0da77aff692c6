using System.Collections.Frozen;
using System.IO.Compression;

namespace HaiDuong.Licensing.OneStop.Access.Passwords;

/// <summary>Mật khẩu phổ biến: some 49,000 passwords that were most often found in leaks; vendored, so that no password is asked of a server.</summary>
public static class CommonPasswords
{
    private static readonly Lazy<FrozenSet<string>> Known = new(Read);

    public static bool Contains(string password) => Known.Value.Contains(password);

    private static FrozenSet<string> Read()
    {
        var assembly = typeof(CommonPasswords).Assembly;
        using var packed = assembly.GetManifestResourceStream(
            assembly.GetManifestResourceNames().Single(name => name.EndsWith("common-passwords.txt.gz", StringComparison.Ordinal))
        )!;
        using var lines = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        return lines.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
