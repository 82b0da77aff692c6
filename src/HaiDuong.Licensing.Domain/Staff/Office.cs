using NodaTime;

namespace HaiDuong.Licensing.Domain.Staff;

/// <summary>The licensing office (Sở) as dated data: letterhead, place, unit code, units and signers.</summary>
public sealed record Office : Sourced
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

    /// <summary>
    /// Where the role that a department has once sits in it (nơi giữ việc): counter, leaders, registry, accountant. Empty for what is no department.
    /// </summary>
    public required IReadOnlyDictionary<StaffRole, string> Desks { get; init; }

    /// <summary>The office that took over, where there is one; where several did, the one that goes on with the line.</summary>
    public string? Successor { get; init; }

    /// <summary>Everything that this record says and a lawyer must confirm.</summary>
    public IReadOnlyList<Fact> Facts => [FactAt("name"), .. Statements.Select((fact, index) => fact.FactAt($"statements[{index}]"))];

    internal override string Statement => Name;

    /// <summary>A department handles dossiers; a service centre only takes them in and hands results over.</summary>
    public bool IsDepartment => Units.Any(unit => unit.Kind != OfficeUnitKind.ServiceCentre);

    public bool Exists(LocalDate day) => day >= ValidFrom && (ValidTo is null || day <= ValidTo);

    /// <summary>The symbol of a document of this office (ký hiệu văn bản): {office} and {division} in the procedure's pattern become their signs.</summary>
    public string SymbolOf(string pattern, OfficeUnit? division) =>
        pattern.Replace("{office}", Symbol, StringComparison.Ordinal).Replace("{division}", division?.Symbol ?? Symbol, StringComparison.Ordinal);
}
