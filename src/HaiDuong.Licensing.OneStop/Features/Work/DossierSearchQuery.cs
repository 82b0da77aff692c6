using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Work;

/// <summary>Dossiers found, newest first; <see cref="Next"/> is where the next page begins.</summary>
public sealed record SearchPage(IReadOnlyList<Dossier> Found, Guid? Next);

/// <summary>
/// Tìm hồ sơ: by code or its end, reference, identity number, telephone, mail, the number of a decision or licence, the words of a name, a title, a receiver or
/// a place without marks: one behind the other, else with the last one begun, else wherever each stands. Only dossiers that the person may find.
/// </summary>
public sealed class DossierSearchQuery(OfficeDbContext db, ReadableRowsQuery readable, ProcedureCatalogue catalogue, OfficeClock clock)
{
    /// <summary>Rows of a page.</summary>
    public const int Size = 30;

    private const int ShortestText = 2;

    /// <summary>Of the end of a code: the serial of a day has four digits.</summary>
    private const int ShortestEnd = 3;

    /// <summary>Of the beginning of a code: the office and the day. All that begins with less is no search.</summary>
    private const int ShortestBeginning = 16;

    /// <summary>
    /// The spans that are looked at one after the other, from the newest days to everything (search_span): what many dossiers have fills a page in the first,
    /// and what is left for the last is there seldom.
    /// </summary>
    private static readonly int[] Spans = [5, 4, 0];

    /// <summary>The dossier with this code or reference, if the person may read it.</summary>
    public async Task<Guid?> ByCodeAsync(string code, Actor actor, CancellationToken cancel)
    {
        var found = await db.DossiersOf(TypedCode.Read(code)).AsNoTracking().Include(dossier => dossier.Work).SingleOrDefaultAsync(cancel);
        return found is not null && AccessTable.MayRead(actor, found, catalogue.Organisation, clock.Today) ? found.Id : null;
    }

    /// <param name="text">What is looked for.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="after">The last of the page before.</param>
    /// <param name="most">How many are wanted.</param>
    /// <param name="cancel">Breaks it off.</param>
    public async Task<SearchPage> ReadAsync(string text, Actor actor, Guid? after, int most, CancellationToken cancel)
    {
        if (VietnameseText.Clean(text) is not { Length: >= ShortestText } wanted)
            return new SearchPage([], null);
        string[] spellings = [wanted, .. TypedIdentity.Possible(wanted), .. Spellings(wanted)];
        var scope = ScopeOf(actor);
        Reading[] readings =
        [
            new([.. spellings.Distinct()], "whole", [.. Marks(wanted)], scope),
            new([wanted], "begun", [], scope),
            new([wanted], "apart", [], scope),
        ];
        List<Guid> ids = [];
        foreach (var reading in readings)
        {
            ids = await FindAsync(reading, after ?? Guid.AllBitsSet, most + 1, cancel);
            if (ids.Count > 0)
                break;
        }

        // The statement only narrows; the access table has the last word.
        var (organisation, today) = (catalogue.Organisation, clock.Today);
        var page = ids.Take(most).ToList();
        var found = await db
            .Dossiers.AsNoTracking()
            .Include(dossier => dossier.Work)
            .Where(dossier => page.Contains(dossier.Id))
            .OrderByDescending(dossier => dossier.Id)
            .ToListAsync(cancel);
        List<Dossier> shown =
        [
            .. found.Where(dossier =>
                AccessTable.MayFind(actor, dossier, organisation, today) && AccessTable.MaySeeApplicant(actor, dossier, organisation, today)
            ),
        ];
        return new SearchPage(shown, ids.Count > most ? shown.LastOrDefault()?.Id : null);
    }

    /// <summary>The dossiers that answer, newest first.</summary>
    private async Task<List<Guid>> FindAsync(Reading reading, Guid before, int most, CancellationToken cancel)
    {
        List<Guid> found = [];
        foreach (var span in Spans)
        {
            // OFFSET 0: the index of the words is asked, whatever the order.
            found = await db
                .Database.SqlQuery<Guid>(
                    $"""
                    SELECT dossier_id AS "Value" FROM (
                        SELECT dossier_id FROM dossier_words WHERE dossier_id < {before} AND words @@ (SELECT search_query(
                            {reading.Typed}, {reading.Way}, {reading.Marks}, {reading.Scope}, search_span({before}, {span}))) OFFSET 0) AS found
                    ORDER BY dossier_id DESC LIMIT {most}
                    """
                )
                .ToListAsync(cancel);
            if (found.Count == most)
                break;
        }

        return found;
    }

    /// <summary>A telephone number and a reference as they are kept.</summary>
    private static IEnumerable<string> Spellings(string wanted)
    {
        if (TypedPhone.Read(wanted) is var phone && TypedPhone.IsOne(phone))
            yield return phone;
        if (TypedCode.Read(wanted).Printed is { } reference)
            yield return reference;
    }

    /// <summary>The beginning and the end of a code, and the number of a paper, as marks of a query.</summary>
    private static IEnumerable<string> Marks(string wanted)
    {
        var code = TypedCode.Read(wanted).Key.ToLowerInvariant();
        if (code.Length >= ShortestBeginning)
            yield return $"'#{code}':*";
        if (code.Length >= ShortestEnd)
            yield return $"'~{string.Concat(code.Reverse())}':*";
        if (LicenceNumber.Key(wanted).ToLowerInvariant() is { Length: > 0 } number)
            yield return $"'${number}'";
    }

    /// <summary>
    /// Whose dossiers are found: everybody's, or those of some divisions, and one's own; of what hides its sender only what the person may know the sender of.
    /// </summary>
    private string ScopeOf(Actor actor)
    {
        // Nearly every dossier has the marks of somebody who finds them all: asking for none is quicker.
        var everything = readable.ReadsAllOf(actor, null);
        var divisions = SearchScope.Of(actor, catalogue.Organisation, clock.Today).Divisions;
        string?[] marks =
        [
            .. everything ? [] : divisions.Select(division => "@" + division),
            .. SearchScope.SendersOf(actor, catalogue.Organisation, clock.Today).Select(division => "!" + division),
            actor.AccountId is { } owner ? $"@{owner}" : null,
            SearchScope.KnowsOwnSenders(actor) && actor.AccountId is { } specialist ? $"!{specialist}" : null,
            SearchScope.KnowsNewSenders(actor) ? "!-" : null,
        ];
        var found = marks.OfType<string>().Select(mark => $"'{mark}'");
        return string.Join(" | ", everything ? found.Prepend("!'!'") : found.DefaultIfEmpty("'@'"));
    }

    private sealed record Reading(string[] Typed, string Way, string[] Marks, string Scope);
}
