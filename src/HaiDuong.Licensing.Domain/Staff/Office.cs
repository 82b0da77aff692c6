using HaiDuong.Licensing.Domain.Procedures;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Staff;

/// <summary>The licensing office (Sở) as dated data: letterhead, place, unit code, units and signers.</summary>
public sealed record Office
{
    public required string Key { get; init; }

    public required LocalDate ValidFrom { get; init; }

    public LocalDate? ValidTo { get; init; }

    /// <summary>The superior agency in the letterhead (cơ quan chủ quản), upper case.</summary>
    public required string Superior { get; init; }

    /// <summary>The issuing agency in the letterhead (cơ quan ban hành), upper case.</summary>
    public required string Agency { get; init; }

    /// <summary>The agency in running text.</summary>
    public required string Name { get; init; }

    /// <summary>The place before the date of a document (địa danh).</summary>
    public required string Place { get; init; }

    /// <summary>The abbreviation in document symbols, e.g. STTTT.</summary>
    public required string Symbol { get; init; }

    /// <summary>The unit code in dossier codes (mã định danh; QCVN 102:2016/BTTTT).</summary>
    public required string UnitCode { get; init; }

    public required string Address { get; init; }

    public required string Phone { get; init; }

    public required string Email { get; init; }

    public required string Website { get; init; }

    /// <summary>Titles of signature blocks, in rank order (quyền hạn, chức vụ của người ký).</summary>
    public required IReadOnlyList<SignerTitle> SignerTitles { get; init; }

    public required IReadOnlyList<OfficeUnit> Units { get; init; }

    /// <summary>What a lawyer or the office still has to confirm about this record.</summary>
    public required IReadOnlyList<LegalStatement> Statements { get; init; }

    /// <summary>The office that took over, where there is one.</summary>
    public string? Successor { get; init; }

    /// <summary>The unit with a key.</summary>
    /// <exception cref="KeyNotFoundException">No unit has the key.</exception>
    public OfficeUnit Unit(string key) =>
        Units.FirstOrDefault(unit => unit.Key == key) ?? throw new KeyNotFoundException($"The office has no unit '{key}'.");
}
