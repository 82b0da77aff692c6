using HaiDuong.Licensing.Domain.Procedures;

namespace HaiDuong.Licensing.Domain.Licences;

/// <summary>Công khai sổ giấy phép as data: what everybody may look up, of organisations and of persons.</summary>
public sealed record LicencePublicity
{
    public required string Key { get; init; }

    public required HolderPublicity Organisation { get; init; }

    public required HolderPublicity Person { get; init; }

    /// <summary>Every fact that has to be confirmed.</summary>
    public IReadOnlyList<Fact> Facts => [Organisation.FactAt("organisation"), Person.FactAt("person")];
}

/// <summary>What is public of the licences of a kind of holder. Number, kind, days and state always are: whoever holds the paper in hand may check it.</summary>
public sealed record HolderPublicity : Sourced
{
    /// <summary>Tìm được theo tên: licences are found by the holder's name, so that everybody can list what the holder has.</summary>
    public required bool FoundByName { get; init; }

    /// <summary>Nêu tên người được cấp.</summary>
    public required bool ShowsHolder { get; init; }

    public required string Text { get; init; }

    internal override string Statement => Text;
}
