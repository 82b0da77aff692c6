using HaiDuong.Licensing.Domain.Procedures;

namespace HaiDuong.Licensing.Domain.Places;

/// <summary>
/// Bản đồ tỉnh as data: inside which box a position may lie, the district-level units with a point in their middle, distance limits, and what the public sees.
/// </summary>
public sealed record ProvinceMap
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required ProvinceBounds Bounds { get; init; }

    public required IReadOnlyList<ProvinceUnit> Units { get; init; }

    public required IReadOnlyList<DistanceLimit> Limits { get; init; }

    public required IReadOnlyList<KindPublicity> Kinds { get; init; }

    /// <summary>Every fact of the map that has to be confirmed.</summary>
    public IReadOnlyList<Fact> Facts =>
        [
            Bounds.FactAt("bounds"),
            .. Units.Select(unit => unit.FactAt($"units.{unit.Name}")),
            .. Limits.Select(limit => limit.FactAt($"limits.{limit.Key}")),
            .. Kinds.Select(kind => kind.FactAt($"kinds.{kind.Kind}")),
        ];

    public IReadOnlyList<PlaceKind> PublicKinds => [.. Kinds.Where(kind => kind.IsPublic).Select(kind => kind.Kind)];

    public IEnumerable<DistanceLimit> LimitsOf(PlaceKind kind) => Limits.Where(limit => limit.Of == kind);

    /// <summary>The unit that a cell or the parts of an address name ("Huyện Kim Thành", "TX. Kinh Môn", "Chí Linh"); null when none does.</summary>
    public string? UnitIn(params IEnumerable<string?> texts) =>
        texts
            .SelectMany(text => (text ?? "").Split(','))
            .Select(part => Units.FirstOrDefault(unit => unit.IsNamed(part))?.Name)
            .FirstOrDefault(name => name is not null);
}

/// <summary>Khung tọa độ của tỉnh: a box with a little room around the province.</summary>
public sealed record ProvinceBounds : Sourced
{
    public required decimal South { get; init; }

    public required decimal North { get; init; }

    public required decimal West { get; init; }

    public required decimal East { get; init; }

    public GeoBox Box => new(South, North, West, East);

    internal override string Statement => $"{South}–{North}; {West}–{East}";
}

/// <summary>Đơn vị hành chính cấp huyện with a point in its middle.</summary>
public sealed record ProvinceUnit : Sourced
{
    private static readonly string[] Titles = ["thanh pho ", "thi xa ", "huyen ", "tp. ", "tp ", "tp.", "tx. ", "tx ", "tx.", "h. ", "h "];

    /// <summary>With what it is: "Huyện Kim Thành".</summary>
    public required string Name { get; init; }

    /// <summary>"Kim Thành".</summary>
    public required string ShortName { get; init; }

    public required decimal Latitude { get; init; }

    public required decimal Longitude { get; init; }

    internal override string Statement => $"{Name}: {Latitude}; {Longitude}";

    public bool IsNamed(string text)
    {
        var folded = VietnameseText.Fold(text);
        var title = Titles.FirstOrDefault(title => folded.StartsWith(title, StringComparison.Ordinal)) ?? "";
        return folded[title.Length..].Trim() == VietnameseText.Fold(ShortName);
    }
}

/// <summary>Công khai: whether places of a kind are shown to everybody.</summary>
public sealed record KindPublicity : Sourced
{
    public required PlaceKind Kind { get; init; }

    public required bool IsPublic { get; init; }

    public required string Text { get; init; }

    internal override string Statement => Text;
}
