namespace HaiDuong.Licensing.Domain.Licences;

/// <summary>Công khai sổ giấy phép as data: what everybody may look up, of organisations and of persons.</summary>
public sealed record LicencePublicity
{
    public required string Key { get; init; }

    public required HolderPublicity Organisation { get; init; }

    public required HolderPublicity Person { get; init; }

    /// <summary>Giấy phép dùng một lần: the kinds that one occasion uses up.</summary>
    public IReadOnlyList<OccasionLicence> Occasions { get; init; } = [];

    /// <summary>Every fact that has to be confirmed.</summary>
    public IReadOnlyList<Fact> Facts =>
        [Organisation.FactAt("organisation"), Person.FactAt("person"), .. Occasions.Select(occasion => occasion.FactAt($"occasions.{occasion.Kind}"))];
}

/// <summary>Giấy phép dùng một lần: a kind of licence that has no last day of its own because one occasion uses it up.</summary>
public sealed record OccasionLicence : Sourced
{
    /// <summary>The slug of the procedure that gives it.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is for, as everybody reads it.</summary>
    public required string Text { get; init; }

    /// <summary>The form field with the last day of the occasion; null where no form asks for it, so that nobody knows whether it was used.</summary>
    public string? LastDay { get; init; }

    internal override string Statement => Text;
}

/// <summary>
/// What is public of the licences of a kind of holder. Number, kind, days and state always are: whoever holds the paper in hand may check it.
/// </summary>
public sealed record HolderPublicity : Sourced
{
    /// <summary>Tìm được theo tên: licences are found by the holder's name, so that everybody can list what the holder has.</summary>
    public required bool FoundByName { get; init; }

    /// <summary>Nêu tên người được cấp.</summary>
    public required bool ShowsHolder { get; init; }

    public required string Text { get; init; }

    internal override string Statement => Text;
}
