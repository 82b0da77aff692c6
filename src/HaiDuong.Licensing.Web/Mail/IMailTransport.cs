namespace HaiDuong.Licensing.Web.Mail;

/// <summary>Carries mails away: to a mail server, or into a folder where one can look at them.</summary>
public interface IMailTransport
{
    /// <summary>Returns when the mail is taken over. A fault is thrown and the caller tries again later with the same id.</summary>
    Task SendAsync(MailLetter letter, CancellationToken cancellationToken);
}
