using SkiaSharp;

namespace HaiDuong.Licensing.Documents.Layout;

/// <summary>
/// Noto faces that this machine has installed (Debian: fonts-noto-core, fonts-noto-cjk), for the scripts that Times does not have. A face is
/// opened when a character first asks for it; of a file only the glyphs that are used, or a small face whole, go into a document.
/// </summary>
internal static class SystemFaces
{
    private static readonly string[] Folders =
    [
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        "/Library/Fonts",
        Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local/share/fonts"),
    ];

    /// <summary>Those that look well beside Times come first; a sign is taken from whatever has it.</summary>
    private static readonly string[] First = ["NotoSerif-Regular", "NotoSerifCJK-Regular", "NotoNaskhArabic-Regular"];

    private static readonly Lazy<IReadOnlyList<Lazy<SKTypeface?>>> All = new(() =>
        [
            .. Folders
                .Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "Noto*-Regular.*", SearchOption.AllDirectories))
                .OrderBy(file => Array.IndexOf(First, Path.GetFileNameWithoutExtension(file)) is var rank and >= 0 ? rank : First.Length)
                .ThenBy(file => Path.GetFileName(file).StartsWith("NotoSerif", StringComparison.Ordinal) ? 0 : 1)
                .ThenBy(Path.GetFileName, StringComparer.Ordinal)
                .Select(file => new Lazy<SKTypeface?>(() => SKTypeface.FromFile(file))),
        ]
    );

    /// <summary>The first face that has every one of the characters.</summary>
    public static SKTypeface? With(IReadOnlyList<int> codePoints) =>
        All.Value.Select(face => face.Value).FirstOrDefault(face => face is not null && codePoints.All(codePoint => face.GetGlyph(codePoint) != 0));
}
