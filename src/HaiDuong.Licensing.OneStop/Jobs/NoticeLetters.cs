using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Mail;
using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Jobs;

/// <summary>Who gets a mail; its id is the same each time that it is sent.</summary>
/// <param name="MailId">The id.</param>
/// <param name="Address">An e-mail address, or a telephone.</param>
/// <param name="Name">Theirs.</param>
/// <param name="Language">In which they are written to; null is Vietnamese.</param>
public sealed record MailRecipient(string MailId, string Address, string? Name, string? Language = null);

/// <summary>
/// Writes the mail of a notice from NoticeLetters.resx: a subject and a text for each kind (another one for staff where it differs), filled with the notice's
/// facts. Who reads English is told in one sentence that papers, and what people of the office wrote, are in Vietnamese.
/// </summary>
public sealed partial class NoticeLetters(OfficeOptions options, ProcedureCatalogue catalogue, OfficeClock clock, OneTimeCodeSeal seal)
{
    /// <summary>Stands between several texts of one fact.</summary>
    private const string Between = "; ";

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly ResourceManager Texts = new(typeof(NoticeLetters).FullName!, typeof(NoticeLetters).Assembly);

    public MailLetter Write(Notice notice, MailRecipient to)
    {
        var (facts, language) = (FactsOf(notice, to), LanguageOf(to));
        var side =
            notice.IsForApplicant ? ""
            : notice.IsForBody ? ".Outside"
            : ".Staff";
        var body = Find($"{notice.Kind}.Body{side}", language) ?? Text($"{notice.Kind}.Body", language);
        var text = $"{Fill(body, facts)}\n\n{Fill(Text($"Footer{side}", language), facts)}\n";
        return new MailLetter(to.MailId, to.Address, to.Name, Fill(Text($"{notice.Kind}.Subject", language), facts), text) { FromName = facts["office"] };
    }

    /// <summary>The same in a few words, for a telephone.</summary>
    public SmsMessage WriteShort(Notice notice, MailRecipient to) =>
        new(to.MailId, to.Address, Fill(Text($"{notice.Kind}.Short", LanguageOf(to)), FactsOf(notice, to)));

    private static CultureInfo LanguageOf(MailRecipient to) => to.Language is { } chosen ? CultureInfo.GetCultureInfo(chosen) : Vietnamese;

    private Dictionary<string, string> FactsOf(Notice notice, MailRecipient to)
    {
        var language = LanguageOf(to);
        // What comes from the files, one text or several, is said as the files say it in the language; all else stands as it was written.
        var facts = notice.Facts.ToDictionary(
            fact => fact.Key,
            fact => string.Join(Between, fact.Value.Split(Between).Select(text => catalogue.Told(text, language))),
            StringComparer.Ordinal
        );
        if (notice.Facts.TryGetValue("changes", out var changes))
            facts["changes"] = Correction.Told(changes, language, text => catalogue.Told(text, language));
        facts["link"] = Link(notice);
        // What is about a dossier comes from the department that answered for it when the notice was owed.
        facts.TryAdd("office", catalogue.Office(clock.Today).Name);
        if (facts.TryGetValue(OneTimeCodeSeal.Fact, out var sealedCode))
            facts[OneTimeCodeSeal.Shown] = seal.Open(sealedCode);
        return facts;
    }

    /// <summary>Applicants follow their dossier by its reference, which cannot be guessed; staff open it; a body outside has its link.</summary>
    private string Link(Notice notice)
    {
        if (notice.IsForBody)
            return notice.Facts.TryGetValue(Notice.SealedFact, out var secret)
                ? $"{options.PublicAddress.TrimEnd('/')}{OpinionLinks.Folder}{seal.Open(secret)}"
                : "";
        if (notice.LicenceId is { } licence)
            return !notice.IsForApplicant
                ? $"{options.PublicAddress.TrimEnd('/')}/so-giay-phep/{licence}"
                : $"{options.PublicAddress.TrimEnd('/')}/tra-cuu-giay-phep?q={Uri.EscapeDataString(notice.Facts.GetValueOrDefault("number") ?? "")}";
        var (page, name) = notice.IsForApplicant ? ("tra-cuu", "reference") : ("d", "code");
        return $"{options.PublicAddress.TrimEnd('/')}/{page}/{Uri.EscapeDataString(notice.Facts.GetValueOrDefault(name) ?? "")}";
    }

    private static string? Find(string key, CultureInfo language) => Texts.GetString(key, language)?.Trim();

    private static string Text(string key, CultureInfo language) =>
        Find(key, language) ?? throw new KeyNotFoundException($"NoticeLetters.resx has no '{key}'.");

    /// <summary>Puts the facts into a text. A part in square brackets is left out where its fact is empty.</summary>
    private static string Fill(string text, Dictionary<string, string> facts)
    {
        string FactOf(Match match) => facts.GetValueOrDefault(match.Groups["name"].Value, "");
        var whole = Optional().Replace(text, part => Placeholder().Matches(part.Value).All(match => FactOf(match).Length > 0) ? part.Groups["part"].Value : "");
        return Placeholder().Replace(whole, FactOf);
    }

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\[(?<part>[^\]]*)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Optional();
}
