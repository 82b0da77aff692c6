using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Reports;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Assignment;
using HaiDuong.Licensing.OneStop.Features.Counter;
using HaiDuong.Licensing.OneStop.Features.Dossiers;
using HaiDuong.Licensing.OneStop.Features.Lists;
using HaiDuong.Licensing.OneStop.Features.Statistics;
using HaiDuong.Licensing.OneStop.Features.Transfers;
using HaiDuong.Licensing.OneStop.Features.Work;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;
using LifeCycle = HaiDuong.Licensing.Domain.Dossiers.LifeCycle;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>The list of dossiers: who finds what, what the groups hold, in which order, and that every number opens as many as it says.</summary>
public sealed partial class DossierListTests
{
    private const string HiddenSlug = "denunciation-settlement";

    private static readonly LocalDateTime Now = TestOffice.DemoMoment;

    private TestOffice office = null!;
    private IReadOnlyDictionary<string, Actor> people = null!;
    private List<Dossier> dossiers = null!;

    private Organisation Organisation => office.Time.Rulebooks.Catalogue.Organisation;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        office = await TestOffice.OpenDemoAsync();
        people = (await office.AtDeskAsync(desk => DemoPeople.ActorsAsync(desk.GetRequiredService<OfficeDbContext>(), CancellationToken.None))).ToDictionary(
            pair => pair.Key,
            pair => pair.Value with { Roles = Organisation.WithInherited(pair.Value.Roles) }
        );
        await TakeInHiddenAsync();
        var assigned = await TakeInHiddenAsync();
        var division = assigned.DivisionKey;
        var head = people.Values.First(person => person.Holds(StaffRole.DivisionHead, division));
        var specialist = people.Values.First(person => person.Holds(StaffRole.Specialist, division)).AccountId!.Value;
        TestOffice.Sure(
            await office.AtDeskAsync(desk =>
                desk.GetRequiredService<AssignDossier>()
                    .DoAsync(new AssignDossierRequest(assigned.Id, assigned.Revision, specialist, null), head, CancellationToken.None)
            )
        );
        dossiers = await office.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>().Dossiers.AsNoTracking().Include(dossier => dossier.Work).ToListAsync()
        );
    }

    [OneTimeTearDown]
    public async Task CloseAsync() => await office.DisposeAsync();

    [Test]
    public async Task List_OfEachPerson_IsWhatTheAccessTableLetsThemFind()
    {
        foreach (var (name, person) in people)
        {
            var found = await office.AtDeskAsync(desk => desk.GetRequiredService<ReadableRowsQuery>().Of(person).Select(row => row.DossierId).ToListAsync());

            var readable = dossiers.Where(dossier => dossier.Status != DossierStatus.Draft && AccessTable.MayFind(person, dossier, Organisation, Now.Date));
            Assert.That(found, Is.EquivalentTo(readable.Select(dossier => dossier.Id)), name);
        }

        Assert.That(dossiers.Count(dossier => dossier.HidesApplicant), Is.GreaterThanOrEqualTo(2), "Some hide their sender.");
    }

    [Test]
    public async Task ListAndDesk_OfWhoStandsIn_AreWhatTheRulesLetThemFindAndDo()
    {
        foreach (var (name, person) in StandingIn())
        {
            var (found, desk) = await office.AtDeskAsync(async services =>
            {
                var db = services.GetRequiredService<OfficeDbContext>();
                return (
                    await services.GetRequiredService<ReadableRowsQuery>().Of(person).Select(row => row.DossierId).ToListAsync(),
                    await services.GetRequiredService<MyWorkQuery>().ReadAsync(person, new WorkFilter(null, false, null, null), Now, CancellationToken.None)
                );
            });

            var readable = dossiers.Where(dossier => dossier.Status != DossierStatus.Draft && AccessTable.MayFind(person, dossier, Organisation, Now.Date));
            Assert.That(found, Is.EquivalentTo(readable.Select(dossier => dossier.Id)), name);
            Assert.That(desk.Next, Is.Null);
            var work = dossiers.SelectMany(dossier => dossier.Work.Where(item => IsOnDesk(item, dossier, person))).Select(item => item.Id);
            Assert.That(desk.Rows.Select(row => row.Id), Is.EquivalentTo(work), name);
        }
    }

    /// <summary>A desk has what is somebody's, or nobody's in their role; that a head may do the specialists' work too is no desk.</summary>
    private static bool IsOnDesk(WorkItem item, Dossier dossier, Actor person) =>
        dossier.Status != DossierStatus.Draft
        && dossier.Towards(person).Holds(item.Role, item.Unit)
        && (item.AssigneeId is not { } assignee || assignee == person.AccountId || dossier.Towards(person).TakesPlaceOf(assignee, item.Role));

    /// <summary>Everybody in the place of everybody who does something of a dossier: for all procedures, and for one.</summary>
    private IEnumerable<(string Name, Actor Person)> StandingIn()
    {
        foreach (var name in new[] { "chuyen-vien-bao-chi", "truong-phong-bao-chi", "chanh-thanh-tra", "thanh-tra-vien", "giam-doc", "van-thu", "mot-cua" })
        foreach (var procedures in new string[][] { [], ["publishing-permit"], [HiddenSlug] })
        {
            var (away, other) = (people[name], people["truong-phong-vien-thong"]);
            var by = new Mandate(1, away.AccountId!.Value, away.Name) { Procedures = procedures };
            yield return (
                $"{name} {string.Join(',', procedures)}",
                other with
                {
                    Roles = [.. other.Roles, .. away.Roles.Select(held => held with { By = by })],
                }
            );
        }
    }

    [Test]
    public async Task Groups_HoldWhatTheClockSaysOfEachDossier()
    {
        var clerk = people["trung-tam"];
        var readable = dossiers.Where(dossier => AccessTable.MayFind(clerk, dossier, Organisation, Now.Date)).ToList();
        bool IsOpen(Dossier dossier) => !LifeCycle.IsClosed(dossier.Status) && dossier.Status != DossierStatus.ResultReady;
        var expected = new Dictionary<ListGroup, Func<Dossier, bool>>
        {
            [ListGroup.Open] = IsOpen,
            [ListGroup.Overdue] = dossier => IsOpen(dossier) && dossier.Due.ClassAt(Now) == DueClass.Overdue,
            [ListGroup.StepLate] = dossier =>
                IsOpen(dossier)
                && dossier.Status != DossierStatus.WithdrawalAsked
                && dossier.Work.MinBy(item => (item.PressesFrom, item.Id))?.Due.ClassAt(Now) == DueClass.Overdue,
            [ListGroup.Soon] = dossier => IsOpen(dossier) && dossier.Due.ClassAt(Now) == DueClass.Soon,
            [ListGroup.Waiting] = dossier => IsOpen(dossier) && dossier.Due.ClassAt(Now) is DueClass.Waiting or DueClass.SupplementOver,
            [ListGroup.InTime] = dossier => IsOpen(dossier) && dossier.Due.ClassAt(Now) is DueClass.InTerm or DueClass.None,
            [ListGroup.Ready] = dossier => dossier.Status == DossierStatus.ResultReady,
            [ListGroup.Ended] = dossier => LifeCycle.IsClosed(dossier.Status),
            [ListGroup.All] = _ => true,
        };

        var counts = await office.AtDeskAsync(desk => desk.GetRequiredService<DossierListQuery>().CountAsync(new(), clerk, CancellationToken.None));

        foreach (var (group, holds) in expected)
        {
            var found = await WalkAsync(new DossierFilter { Group = group }, clerk, 1000);
            Assert.That(found.Select(row => row.DossierId), Is.EquivalentTo(readable.Where(holds).Select(dossier => dossier.Id)), group.ToString());
            Assert.That(counts[group], Is.EqualTo(found.Count), group.ToString());
        }

        Assert.That(counts.Values, Is.All.GreaterThan(0));
    }

    [Test]
    public async Task Pages_OfEveryOrder_ShowEachDossierOnceInThatOrder([Values] ListOrder order)
    {
        var filter = new DossierFilter { Group = ListGroup.All, Order = order };
        var whole = await WalkAsync(filter, people["quan-tri"], 1000);

        var paged = await WalkAsync(filter, people["quan-tri"], 3);

        Assert.That(paged.Select(row => row.DossierId), Is.EqualTo(whole.Select(row => row.DossierId)));
        object? KeyOf(DossierRow row) =>
            order switch
            {
                ListOrder.Urgent => row.Moment,
                ListOrder.LongestAtStep => row.StepSince ?? LocalDateTime.MaxIsoValue,
                ListOrder.Applicant => row.ApplicantFold ?? "~",
                _ => row.CreatedAt,
            };
        var keys = whole.Select(KeyOf).ToList();
        if (order is ListOrder.Urgent or ListOrder.LongestAtStep or ListOrder.Oldest)
            Assert.That(keys, Is.Ordered);
        if (order is ListOrder.Newest)
            Assert.That(keys, Is.Ordered.Descending);
    }

    [Test]
    public async Task Filters_EachNarrowToWhatTheySay()
    {
        var head = people["truong-phong-bao-chi"];
        var all = await WalkAsync(new DossierFilter { Group = ListGroup.All }, head, 1000);
        var sample = all.First(row => row.HolderId is not null);
        Assert.That(
            await office.AtDeskAsync(desk =>
                desk.GetRequiredService<AddNote>().DoAsync(new AddNoteRequest(sample.DossierId, "Đã gọi điện"), head, CancellationToken.None)
            ),
            Is.Empty
        );
        (DossierFilter Filter, Func<DossierRow, bool> Holds)[] cases =
        [
            (new() { Procedure = sample.ProcedureSlug }, row => row.ProcedureSlug == sample.ProcedureSlug),
            (new() { Status = DossierStatus.InProcess }, row => row.Status == DossierStatus.InProcess),
            (new() { Channel = SubmissionChannel.Online }, row => row.Channel == SubmissionChannel.Online),
            (new() { Unit = "post-telecom" }, _ => false),
            (new() { From = Now.Date.PlusDays(-7), To = Now.Date.PlusDays(-1) }, row =>
                row.SubmittedAt >= Now.Date.PlusDays(-7).AtMidnight() && row.SubmittedAt < Now.Date.AtMidnight()
            ),
            (new() { Day = ListDay.Finished, To = Now.Date.PlusDays(-10) }, row => row.FinishedAt < Now.Date.PlusDays(-9).AtMidnight()),
            (new() { Mark = ListMark.AwaitsOpinion }, row => row.AwaitsOpinion),
            (new() { Mark = ListMark.SentBack }, row => row.SentBack is not null),
            (new() { Mark = ListMark.Noted }, row => row.DossierId == sample.DossierId),
        ];
        foreach (var (filter, holds) in cases)
            Assert.That(
                (await WalkAsync(filter with { Group = ListGroup.All }, head, 1000)).Select(row => row.DossierId),
                Is.EquivalentTo(all.Where(holds).Select(row => row.DossierId)),
                filter.ToString()
            );

        var held = await WalkAsync(new DossierFilter { Holder = sample.HolderId.ToString() }, head, 1000);
        Assert.That(held.Select(row => row.DossierId), Does.Contain(sample.DossierId));
        Assert.That(await WalkAsync(new DossierFilter { Holder = DossierFilter.Mine }, people["chuyen-vien-bao-chi"], 1000), Is.Not.Empty);
    }

    /// <summary>Of periods that ended, that go on, and of one day; as each reader of the statistics.</summary>
    [TestCase("2026-01-01", "2026-11-20")]
    [TestCase("2026-10-01", "2026-11-13")]
    [TestCase("2026-11-17", "2026-11-17")]
    public async Task Number_OfTheStatistics_OpensAsManyDossiersAsItSays(string from, string to)
    {
        var (first, last) = (Day(from), Day(to));
        var rows = await office.AtDeskAsync(desk => desk.GetRequiredService<OnTimeQuery>().ReadAsync(first, last, CancellationToken.None));
        foreach (var row in rows.Append(OnTimeRow.Sum("", rows)))
        {
            (DossierFigure Figure, int Count)[] numbers =
            [
                (DossierFigure.Ended, row.Ended),
                (DossierFigure.Early, row.Early),
                (DossierFigure.OnTime, row.OnTime),
                (DossierFigure.Late, row.Late),
                (DossierFigure.RePromised, row.RePromised),
                (DossierFigure.Without, row.Without),
                (DossierFigure.Open, row.Open),
                (DossierFigure.Waiting, row.Waiting),
                (DossierFigure.Overdue, row.Overdue),
            ];
            foreach (var (figure, count) in numbers)
            {
                var filter = new DossierFilter
                {
                    Figure = figure,
                    Unit = row.Division is { Length: > 0 } division ? division : null,
                    From = first,
                    To = last,
                };
                foreach (var person in (string[])["giam-doc", "quan-tri"])
                {
                    var (counted, found) = await office.AtDeskAsync(desk =>
                        desk.GetRequiredService<DossierListQuery>().CountFigureAsync(filter, people[person], CancellationToken.None)
                    );
                    Assert.That(counted, Is.EqualTo(count), $"{row.Division} {figure}");
                    Assert.That(await WalkAsync(filter, people[person], 1000), Has.Count.EqualTo(found), $"{row.Division} {figure} {person}");
                    if (person == "giam-doc")
                        Assert.That(found, Is.EqualTo(count), $"{row.Division} {figure}: a leader finds them all.");
                }
            }
        }
    }

    [Test]
    public async Task Menu_CountsWhatItsDesksShow()
    {
        foreach (var (name, person) in people.Where(pair => pair.Value.Roles.All(held => held.Role != StaffRole.Applicant)))
        {
            var waiting = await office.AtDeskAsync(desk =>
                desk.GetRequiredService<WaitingCountsQuery>().ReadAsync(person, Enum.GetValues<WaitingDesk>(), CancellationToken.None)
            );
            var work = await office.AtDeskAsync(desk =>
                desk.GetRequiredService<OneStop.Features.Work.MyWorkQuery>().ReadAsync(person, new(null, false, null, null), Now, CancellationToken.None)
            );
            Assert.That(waiting.GetValueOrDefault(WaitingDesk.MyWork), Is.EqualTo(work.Rows.Count), name);
            var held = await WalkAsync(new DossierFilter { Group = ListGroup.All, Holder = DossierFilter.Mine }, person, 1000);
            var mine = work.Rows.Where(row => AccessTable.MayFind(person, dossiers.Single(dossier => dossier.Id == row.DossierId), Organisation, Now.Date));
            Assert.That(held.Select(row => row.DossierId), Is.EquivalentTo(mine.Select(row => row.DossierId).Distinct()), name);
            var counter = await office.AtDeskAsync(desk => desk.GetRequiredService<CounterDeskQuery>().CountAsync(CancellationToken.None));
            Assert.That(waiting.GetValueOrDefault(WaitingDesk.Counter), Is.EqualTo(counter.Values.Sum()), name);
            var (papers, lists) = await office.AtDeskAsync(async desk =>
            {
                var query = desk.GetRequiredService<WaitingPapersQuery>();
                var counts = await desk.GetRequiredService<TransferPagesQuery>().CountAsync(person, CancellationToken.None);
                return ((await query.CountAsync(query.DesksOf(person), CancellationToken.None)).Sum(place => place.Count), counts[TransferGroup.Incoming]);
            });
            Assert.That(waiting.GetValueOrDefault(WaitingDesk.Transfers), Is.EqualTo(papers + lists), name);
        }
    }

    [Test]
    public void Address_KeepsEveryPartOfAFilter()
    {
        var filter = new DossierFilter
        {
            Group = ListGroup.Ended,
            Unit = "press-publishing",
            Holder = DossierFilter.Nobody,
            AtDesk = nameof(StaffRole.Leader),
            AtStep = "sign",
            DoneStep = "appraise",
            Procedure = "publishing-permit",
            Field = "Báo chí",
            LateReason = DossierFilter.None,
            Status = DossierStatus.Returned,
            Step = Domain.Routes.StepKind.SignResult,
            Channel = SubmissionChannel.Post,
            Day = ListDay.Finished,
            Mark = ListMark.SentBack,
            Figure = DossierFigure.Late,
            InSuccessors = true,
            Order = ListOrder.Applicant,
        };

        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri("http://x" + filter.Href()).Query);

        Assert.That(DossierFilter.Read(name => query.TryGetValue(name, out var part) ? part.ToString() : null), Is.EqualTo(filter));
    }

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    /// <summary>All pages of a list.</summary>
    private async Task<List<DossierRow>> WalkAsync(DossierFilter filter, Actor person, int size)
    {
        var rows = new List<DossierRow>();
        for (Guid? after = null; ; )
        {
            var page = await office.AtDeskAsync(desk =>
                desk.GetRequiredService<DossierListQuery>().ReadAsync(filter, person, after, size, CancellationToken.None)
            );
            rows.AddRange(page.Rows);
            if (page.Next is null)
                return rows;
            after = page.Next;
        }
    }

    private async Task<Dossier> TakeInHiddenAsync()
    {
        var procedure = office.Time.Rulebooks.InForce(HiddenSlug, Now.Date)!.Procedure;
        var applicant = SampleForms.Applicant(procedure, 0);
        var form = SampleForms.Fill(procedure.Form, applicant, Now, 0);
        var request = new TakeInDossierRequest(Guid.CreateVersion7(), HiddenSlug, SubmissionChannel.Counter, applicant, null, ReturnBy.Counter, form, []);
        return TestOffice.Sure(
            await office.AtDeskAsync(desk => desk.GetRequiredService<TakeInDossier>().DoAsync(request, people["mot-cua"], CancellationToken.None))
        );
    }
}
