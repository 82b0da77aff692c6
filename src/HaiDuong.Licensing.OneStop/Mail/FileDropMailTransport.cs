using HaiDuong.Licensing.Documents.Signing;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Mail;

/// <summary>The default without a mail server: each mail becomes an .eml file named by its id, so sending one again writes no second one.</summary>
public sealed class FileDropMailTransport(string folder, Func<MailSender> sender, IClock clock) : IMailTransport
{
    public async Task SendAsync(MailLetter letter, CancellationToken cancellationToken)
    {
        using var message = letter.ToMessage(sender(), clock.GetCurrentInstant().ToDateTimeOffset());
        try
        {
            KeyFile.MakeFolder(folder);
            var place = Path.Combine(folder, letter.Id + ".eml");
            var half = place + ".new";
            var mine = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                mine.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using (var file = new FileStream(half, mine))
                await message.WriteToAsync(file, cancellationToken);
            File.Move(half, place, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new MailServerAwayException(failure.Message, failure);
        }
    }
}
