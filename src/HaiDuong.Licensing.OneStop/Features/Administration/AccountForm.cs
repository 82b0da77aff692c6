using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Administration;

/// <summary>What the form of a role asks.</summary>
public class RoleInput
{
    public string? Role { get; set; }

    public string? Unit { get; set; }

    public string? TitleKey { get; set; }

    public LocalDate? From { get; set; }

    internal RoleHolding ToHolding() =>
        new(TypedChoice.Read<StaffRole>(Role) ?? StaffRole.Applicant, Unit ?? "", string.IsNullOrEmpty(TitleKey) ? null : TitleKey);
}

/// <summary>What the form of a new member of staff asks.</summary>
public sealed class OpenAccountInput : RoleInput
{
    public string? UserName { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    internal StaffAccountRequest ToRequest(LocalDate today) =>
        new(Clean(UserName).ToLowerInvariant(), Clean(Name), TypedEmail.Read(Email), TypedPhone.Read(Phone), ToHolding(), From ?? today);

    private static string Clean(string? typed) => VietnameseText.Clean(typed ?? "");
}

/// <summary>What the forms of accounts offer: roles, units and agencies, titles of signature blocks.</summary>
public sealed class AccountChoicesQuery(ProcedureCatalogue catalogue, StaffAccounts accounts, OfficeClock clock, IStringLocalizer<UiText> words)
{
    public IReadOnlyList<FieldChoice> Roles => [.. RolePlaces.Given.Select(role => new FieldChoice(role.ToString(), RoleName(role)))];

    public IReadOnlyList<FieldChoice> Units =>
        [
            .. catalogue
                .Organisation.UnitsOn(clock.Today)
                .Select(pair => new FieldChoice(pair.Unit.Key, pair.Office.IsDepartment ? $"{pair.Unit.Name} ({pair.Office.Name})" : pair.Unit.Name)),
            .. accounts.Agencies().Select(agency => new FieldChoice(agency.Key, agency.Value)),
        ];

    public IReadOnlyList<FieldChoice> Titles =>
        [
            .. catalogue
                .Organisation.UnitsOn(clock.Today)
                .SelectMany(pair => pair.Office.SignerTitles)
                .DistinctBy(title => title.Key)
                .Select(title => new FieldChoice(title.Key, string.Join(" - ", title.Lines))),
        ];

    public string RoleName(StaffRole role) => words[$"Role.{role}"];

    public string UnitName(string key) => accounts.UnitName(key);
}
