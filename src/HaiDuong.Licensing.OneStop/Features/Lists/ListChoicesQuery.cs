using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Features.Lists;

/// <summary>What the filters of the list offer: only what can be found behind them.</summary>
public sealed record ListChoices(IReadOnlyList<FieldChoice> Units, IReadOnlyList<FieldChoice> People, IReadOnlyList<FieldChoice> Procedures)
{
    public static ListChoices None { get; } = new([], [], []);
}

/// <summary>The divisions that somebody reads, who works there or at the desks, and their procedures.</summary>
public sealed class ListChoicesQuery(ReadableRowsQuery readable, StaffDirectory staff, ProcedureCatalogue catalogue, OfficeClock clock)
{
    public async Task<ListChoices> ReadAsync(Actor actor, CancellationToken cancel)
    {
        var (organisation, today) = (catalogue.Organisation, clock.Today);
        var versions = catalogue
            .Versions.GroupBy(version => version.Slug)
            .Select(all => all.MaxBy(version => version.InForceFrom)!)
            .Where(version => readable.ReadsAllOf(actor, organisation.KeyOn(version.DivisionKey, today)))
            .ToList();
        var units = versions.Select(version => organisation.KeyOn(version.DivisionKey, today)).Distinct().ToList();
        var people = (await staff.MembersAsync(cancel)).Where(member =>
            member.Roles.Any(held =>
                held.Role != StaffRole.ConsultedAgency && (units.Contains(held.Unit) || held.Role is not (StaffRole.Specialist or StaffRole.DivisionHead))
            )
        );
        return new ListChoices(
            [.. units.Select(unit => new FieldChoice(unit, organisation.NameOf(unit))).OrderBy(choice => choice.Label, StringComparer.CurrentCulture)],
            [
                .. people
                    .Select(member => new FieldChoice(member.AccountId.ToString(), member.Name))
                    .OrderBy(choice => choice.Label, StringComparer.CurrentCulture),
            ],
            [
                .. versions
                    .Select(version => new FieldChoice(version.Slug, catalogue.KindName(version.Slug)))
                    .OrderBy(choice => choice.Label, StringComparer.CurrentCulture),
            ]
        );
    }
}
