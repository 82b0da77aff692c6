using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Features.ActLog;
using HaiDuong.Licensing.OneStop.Features.Administration;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

public sealed partial class DossierListTests
{
    private const int Everything = 100_000;

    [Test]
    public async Task ActLog_OfEachPerson_IsTheHistoryOfWhatTheyMayFind()
    {
        var history = await HistoryAsync();
        foreach (var (name, person) in people)
        {
            var found = await LogAsync(new ActLogFilter(null, null, null, null, null, null), person, null, Everything);

            var readable = dossiers
                .Where(dossier => dossier.Status != DossierStatus.Draft && AccessTable.MayFind(person, dossier, Organisation, Now.Date))
                .Select(dossier => dossier.Id)
                .ToHashSet();
            var expected = history.Where(line => readable.Contains(line.DossierId)).OrderByDescending(line => line.At).ThenByDescending(line => line.Id);
            Assert.That(found.Select(line => line.Line.Id), Is.EqualTo(expected.Select(line => line.Id)), name);
        }
    }

    [Test]
    public async Task ActLog_NarrowedByEachPart_HoldsThatPart_AndPageByPageTheSame()
    {
        var inspector = people["quan-tri"];
        var all = await LogAsync(new ActLogFilter(null, null, null, null, null, null), inspector, null, Everything);
        var one = all.First(line => line.Line is { ActorId: not null, Act: DossierAct.Accept });
        var (from, until) = (one.Line.At, one.Line.At + Duration.FromDays(30));
        (ActLogFilter Filter, Func<HistoryLine, bool> Has)[] parts =
        [
            (new ActLogFilter(one.Line.ActorId, null, null, null, null, null), line => line.ActorId == one.Line.ActorId),
            (new ActLogFilter(null, StaffRole.System, null, null, null, null), line => line.ActorRole == StaffRole.System),
            (new ActLogFilter(null, null, TypedCode.Read(one.Code!.ToLowerInvariant()), null, null, null), line => line.DossierId == one.Line.DossierId),
            (new ActLogFilter(null, null, null, DossierAct.Accept, null, null), line => line.Act == DossierAct.Accept),
            (new ActLogFilter(null, null, null, null, from, until), line => line.At >= from && line.At < until),
        ];
        foreach (var (filter, has) in parts)
        {
            var expected = all.Where(line => has(line.Line)).Select(line => line.Line.Id).ToList();
            var paged = new List<long>();
            for (long? before = null; ; before = paged[^1])
            {
                var page = await LogAsync(filter, inspector, before, 7);
                paged.AddRange(page.Select(line => line.Line.Id));
                if (page.Count < 7)
                    break;
            }

            Assert.That(expected, Is.Not.Empty, $"{filter}");
            Assert.That(expected, Has.Count.LessThan(all.Count), $"{filter}");
            Assert.That(paged, Is.EqualTo(expected), $"{filter}");
        }
    }

    [Test]
    public async Task Notices_AreFoundByStateKindDossierAndReceiver_AHiddenSenderByNoAddress()
    {
        var notices = await office.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().Notices.AsNoTracking().ToListAsync());
        var mailed = notices.First(notice => notice.Email is not null && dossiers.Any(dossier => dossier.Id == notice.DossierId && !dossier.HidesApplicant));
        var told = notices.First(notice => notice.AccountId is not null);
        var code = dossiers.Single(dossier => dossier.Id == mailed.DossierId).Code ?? mailed.DossierId.ToString()!;
        var user = people.Single(person => person.Value.AccountId == told.AccountId).Key;
        var everything = new NoticeFilter(null, null, null, null, null, null);
        (NoticeFilter Filter, Func<Notice, bool> Has)[] parts =
        [
            (everything with { State = NoticeState.Waiting }, notice => notice.SentAt is null && notice.LastError is null),
            (everything with { State = NoticeState.Sent }, notice => notice.SentAt is not null),
            (everything with { Kind = NoticeKind.DossierAccepted }, notice => notice.Kind == NoticeKind.DossierAccepted),
            (everything with { Code = TypedCode.Read(code) }, notice => notice.DossierId == mailed.DossierId),
            (everything with { To = user }, notice => notice.AccountId == told.AccountId),
            (everything with { From = mailed.OwedAt }, notice => notice.OwedAt >= mailed.OwedAt),
        ];
        foreach (var (filter, has) in parts)
            Assert.That((await NoticesAsync(filter)).Select(row => row.Id), Is.EquivalentTo(notices.Where(has).Select(notice => notice.Id)), $"{filter}");

        var toThem = await NoticesAsync(everything with { To = mailed.Email!.ToUpperInvariant() });
        Assert.That(toThem.Select(row => row.Id), Does.Contain(mailed.Id));
        var hidden = dossiers.Where(dossier => dossier.HidesApplicant && dossier.Applicant.Email is not null).ToList();
        Assert.That(notices.Count(notice => hidden.Any(dossier => dossier.Id == notice.DossierId) && notice.Email is not null), Is.Positive);
        foreach (var dossier in hidden)
            Assert.That(
                (await NoticesAsync(everything with { To = dossier.Applicant.Email })).Select(row => row.DossierId),
                Has.None.EqualTo((Guid?)dossier.Id),
                "An address must not tell who denounced."
            );
    }

    private Task<List<HistoryLine>> HistoryAsync() =>
        office.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().History.AsNoTracking().ToListAsync());

    private Task<IReadOnlyList<ActLogLine>> LogAsync(ActLogFilter filter, Actor person, long? before, int size) =>
        office.AtDeskAsync(desk => desk.GetRequiredService<ActLogQuery>().ReadAsync(filter, person, before, size, CancellationToken.None));

    private async Task<IReadOnlyList<NoticeRow>> NoticesAsync(NoticeFilter filter)
    {
        var found = new List<NoticeRow>();
        for (Guid? before = null; ; before = found[^1].Id)
        {
            var page = await office.AtDeskAsync(desk => desk.GetRequiredService<NoticesQuery>().ReadAsync(filter, before, CancellationToken.None));
            found.AddRange(page);
            if (page.Count < NoticesQuery.Size)
                return found;
        }
    }
}
