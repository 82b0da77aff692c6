using MimeKit;

namespace HaiDuong.Licensing.OneStop.Mail;

/// <summary>One mail to one person. The caller gives its id, so that sending it again is recognised as the same mail.</summary>
/// <remarks>The id is unique per notice owed, e.g. the id of its outbox row: letters, digits, dots and hyphens.</remarks>
public sealed record MailLetter(string Id, string To, string? ToName, string Subject, string Text)
{
    /// <summary>The office in whose name it is sent; the sender's own when not given.</summary>
    public string? FromName { get; init; }

    public string? Html { get; init; }

    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>Builds the message in UTF-8. Line breaks and other control characters in header values become spaces.</summary>
    /// <exception cref="ArgumentException">The id or an address is not one.</exception>
    internal MimeMessage ToMessage(MailSender sender, DateTimeOffset now)
    {
        if (Id.Length == 0 || !Id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.'))
            throw new ArgumentException($"'{OneLine(Id)}' is not a mail id.", nameof(sender));
        var body = new BodyBuilder { TextBody = Text, HtmlBody = Html };
        foreach (var attachment in Attachments)
            body.Attachments.Add(OneLine(attachment.Name), attachment.Content, ContentType.Parse(attachment.ContentType));
        return new MimeMessage
        {
            MessageId = $"{Id}@{sender.Address.Split('@')[^1]}",
            Date = now,
            From = { Address(FromName ?? sender.Name, sender.Address) },
            To = { Address(ToName, To) },
            Subject = OneLine(Subject),
            Body = body.ToMessageBody(),
        };
    }

    private static MailboxAddress Address(string? name, string address) =>
        !address.Any(char.IsControl) && MailboxAddress.TryParse(address, out var parsed) && parsed.Address.Contains('@', StringComparison.Ordinal)
            ? new MailboxAddress(OneLine(name ?? ""), parsed.Address)
            : throw new ArgumentException($"'{OneLine(address)}' is not a mail address.", nameof(address));

    private static string OneLine(string text) =>
        string.Concat(text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter)).Trim();
}

/// <summary>A file that goes with a mail.</summary>
public sealed record MailAttachment(string Name, string ContentType, byte[] Content);

/// <summary>Whom mails come from.</summary>
public sealed record MailSender(string Name, string Address);
