using System.Globalization;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Work;

/// <summary>The start page of everybody at a desk: what to do, by due date. The filters are the address, so they can be kept and sent.</summary>
[ForStaff]
public sealed class MyWorkModel(MyWorkQuery query, BatchActs batches, CurrentActor current, ProcedureCatalogue catalogue, OfficeClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "vai-tro")]
    public StaffRole? Role { get; set; }

    [BindProperty(SupportsGet = true, Name = "qua-han")]
    public bool Overdue { get; set; }

    [BindProperty(SupportsGet = true, Name = "thu-tuc")]
    public string? Procedure { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    public WorkPage Work { get; private set; } = new([], null);

    public Actor Actor { get; private set; } = Actor.System;

    public Instant Now => clock.Now;

    public IReadOnlyList<FieldChoice> Procedures =>
        [.. catalogue.Versions.GroupBy(version => version.Slug).Select(versions => new FieldChoice(versions.Key, catalogue.KindName(versions.Key)))];

    public bool IsFiltered => Role is not null || Overdue || Procedure is { Length: > 0 };

    public async Task OnGetAsync()
    {
        var cancel = HttpContext.RequestAborted;
        Actor = await current.GetAsync(cancel);
        Work = await query.ReadAsync(Actor, new WorkFilter(Role, Overdue, Procedure, After), clock.Local, cancel);
    }

    /// <summary>The same work as a list of dossiers, to be narrowed, taken along and read to its end; null for whoever has no list.</summary>
    public string? WholeList =>
        ForListReadersAttribute.Door.Admits(Actor)
            ? new DossierFilter
            {
                Group = ListGroup.All,
                Holder = DossierFilter.Mine,
                Procedure = Procedure is { Length: > 0 } ? Procedure : null,
            }.Href()
            : null;

    /// <summary>A page of a row, which leads back to the row that follows.</summary>
    public string From(string href, int index) => ListPlace.Href(href, Request, Work.Rows, row => row.Id, index);

    /// <summary>What may be done to the ticked ones.</summary>
    public BatchBar Batch => new(batches.For(Actor), $"{Request.Path}{Request.QueryString}") { MayPrint = ForListReadersAttribute.Door.Admits(Actor) };

    /// <summary>The next page with the same filters; null on the last one.</summary>
    public string? More =>
        Work.Next is not { } next
            ? null
            : QueryString
                .Create([
                    KeyValuePair.Create("vai-tro", Role?.ToString()),
                    KeyValuePair.Create<string, string?>("qua-han", Overdue ? "true" : null),
                    KeyValuePair.Create("thu-tuc", Procedure),
                    KeyValuePair.Create<string, string?>("after", next.ToString(CultureInfo.InvariantCulture)),
                ])
                .ToString();
}
