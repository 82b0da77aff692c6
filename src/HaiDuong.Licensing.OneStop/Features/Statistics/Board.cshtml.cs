using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HaiDuong.Licensing.OneStop.Features.Statistics;

/// <summary>A row of the board as it is shown.</summary>
public sealed record BoardLine(string Key, string Name, string Under, BoardCounts Counts);

/// <summary>Bảng theo dõi: what is open now, by division, person, procedure and step; every number opens its list.</summary>
[ForRoles(StaffRole.CentreLeader, StaffRole.Leader, StaffRole.DivisionHead, StaffRole.Inspector, StaffRole.Administrator)]
public sealed class BoardModel(
    BoardQuery query,
    BoardPeopleQuery people,
    BoardChoices choices,
    CurrentActor current,
    ProcedureCatalogue catalogue,
    StepNames steps,
    IStringLocalizer<UiText> ui,
    PageWords<BoardModel> words
) : PageModel
{
    public const string Address = "/thong-ke";

    /// <summary>The numbers of a row, in their order.</summary>
    public static IReadOnlyList<ListGroup> Groups { get; } =
    [ListGroup.Open, ListGroup.InTime, ListGroup.Soon, ListGroup.Overdue, ListGroup.Waiting, ListGroup.StepLate];

    [BindProperty(SupportsGet = true, Name = "theo")]
    public BoardSide Side { get; set; }

    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true, Name = "thu-tuc")]
    public string? Procedure { get; set; }

    public Board Board { get; private set; } = new([]);

    public IReadOnlyList<BoardLine> Lines { get; private set; } = [];

    /// <summary>The longest bar.</summary>
    public int Most => Lines.Select(line => line.Counts.Open).DefaultIfEmpty().Max();

    public BoardChoices Choices => choices;

    private DossierFilter Narrowed => new() { Unit = Unit, Procedure = Procedure };

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (!Enum.IsDefined(Side))
            Side = default;
        (Unit, Procedure) = (Unit is "" ? null : Unit, Procedure is "" ? null : Procedure);
        var actor = await current.GetAsync(cancel);
        (Board, var whole) = await query.ReadWithWholeAsync(Narrowed, actor, cancel);
        choices.Take(whole, Unit, Procedure);
        var specialists = Side == BoardSide.Person ? await people.ReadAsync(actor, Unit, cancel) : new Dictionary<string, BoardPerson>();
        Lines =
        [
            .. Board
                .By(Side)
                .Select(row => LineOf(row.Key, row.Value, specialists))
                .Concat(
                    specialists
                        .Where(person => Board.Cells.All(cell => cell.Desk != person.Key))
                        .Select(person => LineOf(person.Key, BoardCounts.None, specialists))
                )
                .OrderByDescending(line => line.Counts.Open)
                .ThenBy(line => line.Name, StringComparer.CurrentCulture),
        ];
    }

    /// <summary>The list behind a number of a row; of the sum where no row is given.</summary>
    public string HrefOf(string? key, ListGroup group) => Board.FilterOf(Narrowed, Side, key, group).Href();

    /// <summary>The same board by another side.</summary>
    public string By(BoardSide side, string? unit, string? procedure) =>
        Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(
            Address,
            new Dictionary<string, string?>
            {
                ["theo"] = side.ToString(),
                ["don-vi"] = unit,
                ["thu-tuc"] = procedure,
            }.Where(part => part.Value is not null)
        );

    /// <summary>From a division to its people, from a procedure to its steps.</summary>
    public string? Within(string key) =>
        Side switch
        {
            BoardSide.Division => By(BoardSide.Person, key, Procedure),
            BoardSide.Procedure => By(BoardSide.Step, Unit, key),
            _ => null,
        };

    private BoardLine LineOf(string key, BoardCounts counts, IReadOnlyDictionary<string, BoardPerson> specialists) =>
        Side switch
        {
            BoardSide.Division => new(key, catalogue.Organisation.NameOf(key), "", counts),
            BoardSide.Person => PersonLine(key, counts, specialists.GetValueOrDefault(key)),
            BoardSide.Procedure => new(key, choices.ProcedureName(key), "", counts),
            _ => new(key, key == DossierFilter.None ? words["NoStep"] : steps.Of(key), "", counts),
        };

    private BoardLine PersonLine(string key, BoardCounts counts, BoardPerson? person)
    {
        if (person is { } known)
        {
            var under = catalogue.Organisation.NameOf(known.Division);
            return new(key, known.Name, known.Away is { } away ? $"{under}. {AwayWords(away)}" : under, counts);
        }

        return Board.Cells.FirstOrDefault(cell => cell.Desk == key && cell.DeskName is not null) is { } cell
            ? new(key, cell.DeskName!, "", counts)
            : new(key, key == DossierFilter.None ? words["NoDesk"] : ui[$"Role.{key}"].Value, key == DossierFilter.None ? "" : words["Nobody"], counts);
    }

    private string AwayWords(StandIn away) => away.ValidTo is { } last ? words["AwayUntil", VietnameseDate.Print(last)] : words["Away"];
}
