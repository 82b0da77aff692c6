using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Web.Mail;
using HaiDuong.Licensing.Web.Workflows;

namespace HaiDuong.Licensing.Web.Jobs;

/// <summary>Writes the mail of a notice from NoticeLetters.resx: a subject and a text for each kind, filled with the notice's facts.</summary>
public sealed partial class NoticeLetters(OfficeOptions options, ProcedureCatalogue catalogue, OfficeClock clock)
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly ResourceManager Texts = new(typeof(NoticeLetters).FullName!, typeof(NoticeLetters).Assembly);

    /// <param name="notice">What is owed.</param>
    /// <param name="address">Where it goes.</param>
    /// <param name="name">The person's name, for the header.</param>
    public MailLetter Write(Notice notice, string address, string? name)
    {
        var facts = new Dictionary<string, string>(notice.Facts, StringComparer.Ordinal)
        {
            ["link"] = Link(notice),
            ["office"] = catalogue.Office(clock.Today).Name,
        };
        var text = $"{Fill(Text($"{notice.Kind}.Body"), facts)}\n\n{Fill(Text(notice.AccountId is null ? "Footer" : "Footer.Staff"), facts)}\n";
        return new MailLetter(notice.Id.ToString("N"), address, name, Fill(Text($"{notice.Kind}.Subject"), facts), text);
    }

    /// <summary>Applicants follow their dossier; staff open it.</summary>
    private string Link(Notice notice)
    {
        var code = Uri.EscapeDataString(notice.Facts.GetValueOrDefault("code") ?? "");
        return $"{options.PublicAddress.TrimEnd('/')}/{(notice.AccountId is null ? "tra-cuu" : "d")}/{code}";
    }

    private static string Text(string key) =>
        Texts.GetString(key, Vietnamese)?.Trim() ?? throw new KeyNotFoundException($"NoticeLetters.resx has no '{key}'.");

    private static string Fill(string text, Dictionary<string, string> facts) =>
        Placeholder().Replace(text, match => facts.GetValueOrDefault(match.Groups["name"].Value, ""));

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
