namespace HaiDuong.Licensing.OneStop.Mail;

/// <summary>Carries mails away: to a mail server, or into a folder where one can look at them.</summary>
public interface IMailTransport
{
    /// <summary>Returns when the mail is taken over. A fault is thrown and the caller tries again later with the same id.</summary>
    /// <exception cref="MailServerAwayException">It is not this mail: none can leave at present.</exception>
    Task SendAsync(MailLetter letter, CancellationToken cancellationToken);

    /// <summary>Nothing is left to send for now: what was kept open for the next mail is closed.</summary>
    Task RestAsync() => Task.CompletedTask;
}
